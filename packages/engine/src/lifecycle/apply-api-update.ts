/** A new version of an API's schema and resolvers, over the settings and data sources that it has. */
import type { ApiUpdate } from '../contract.ts';
import type { ApiModel, ResolverModel } from '../model/app-model.ts';

/**
 * Puts schema, functions and resolvers in place of those of a model.
 * Pipeline functions are known by name in an update, by id in a model: here the name is the id.
 */
export function applyApiUpdate(api: ApiModel, update: ApiUpdate): ApiModel {
  return {
    ...api,
    schema: update.schema,
    functions: update.functions.map(({ name, dataSource, code, maxBatchSize }) => ({
      functionId: name,
      name,
      dataSourceName: dataSource,
      code,
      maxBatchSize,
    })),
    resolvers: update.resolvers.map(toResolverModel),
  };
}

function toResolverModel(resolver: ApiUpdate['resolvers'][number]): ResolverModel {
  const { typeName, fieldName, code } = resolver;
  return resolver.kind === 'unit'
    ? {
        kind: 'unit',
        typeName,
        fieldName,
        code,
        dataSourceName: resolver.dataSource,
        maxBatchSize: resolver.maxBatchSize,
      }
    : { kind: 'pipeline', typeName, fieldName, code, functionIds: resolver.functions };
}
