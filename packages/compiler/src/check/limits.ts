/** How an emitted API stands to the limits of AppSync and CloudFormation; service quotas checked 2026-11-21. */
import type { AppSyncApi } from '../model/appsync-api.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { exceededLimit } from './limit-measure.ts';
import type { LimitMeasure } from './limit-measure.ts';

/** Characters. AppSync API reference, Resolver and Function `code`. */
export const MAX_CODE_CHARS = 32_768;
/** Functions in one pipeline resolver. AppSync service quotas. */
export const MAX_PIPELINE_FUNCTIONS = 10;
/** Bytes of a schema document. AppSync service quotas. */
export const MAX_SCHEMA_BYTES = 1_000_000;
/** Events for one BatchInvoke. AppSync service quotas. */
export const MAX_BATCH_SIZE = 2_000;
/** Resources in one stack. CloudFormation quotas. */
export const MAX_STACK_RESOURCES = 500;
/** The API, its schema, its key, its log group, the role that writes to it with its policy. */
const FIXED_RESOURCES = 6;
/** A data source comes with a role and a policy; kind `none` with nothing. */
const RESOURCES_PER_DATA_SOURCE = 3;

/** Fields named for a function that many fields share. */
const MAX_NAMED_USERS = 3;

/** One diagnostic for each limit that is exceeded, with the field, function or stack that exceeds it. */
export function checkLimits(api: AppSyncApi): Diagnostic[] {
  return measureApi(api).flatMap((measure) =>
    measure.value > measure.maximum ? [exceededLimit(measure)] : [],
  );
}

/** Everything about the API that AppSync or CloudFormation limits. */
export function measureApi(api: AppSyncApi): readonly LimitMeasure[] {
  const schemaBytes = new TextEncoder().encode(api.schema).length;
  return [
    ...measureCode(api),
    ...measurePipelines(api),
    ...measureBatches(api),
    { limit: 'schema-bytes', place: 'The schema', value: schemaBytes, maximum: MAX_SCHEMA_BYTES },
    {
      limit: 'stack-resources',
      place: 'The stack of the gateway',
      value: countResources(api),
      maximum: MAX_STACK_RESOURCES,
    },
  ];
}

/** CloudFormation resources that `FederatedApi` of `@tributary/cdk` makes for the API. */
export function countResources(api: AppSyncApi): number {
  const ofDataSources = api.dataSources.map(({ kind }) => (kind === 'none' ? 1 : RESOURCES_PER_DATA_SOURCE));
  return (
    FIXED_RESOURCES +
    api.resolvers.length +
    api.functions.length +
    ofDataSources.reduce((total, count) => total + count, 0)
  );
}

function measureCode(api: AppSyncApi): LimitMeasure[] {
  const modules = [
    ...api.resolvers.map(({ typeName, fieldName, code }) => ({
      place: `resolver "${typeName}.${fieldName}"`,
      code,
    })),
    ...api.functions.map(({ name, code }) => ({ place: functionPlace(api, name), code })),
  ];
  return modules.map(({ place, code }) => ({
    limit: 'code-chars',
    place,
    value: code.length,
    maximum: MAX_CODE_CHARS,
  }));
}

function functionPlace(api: AppSyncApi, name: string): string {
  const users = api.resolvers.flatMap((resolver) =>
    resolver.kind === 'pipeline' && resolver.functions.includes(name)
      ? [`"${resolver.typeName}.${resolver.fieldName}"`]
      : [],
  );
  if (users.length === 0) return `function ${name}`;
  const rest = users.length > MAX_NAMED_USERS ? ` and ${users.length - MAX_NAMED_USERS} more resolvers` : '';
  return `function ${name} (of ${users.slice(0, MAX_NAMED_USERS).join(', ')}${rest})`;
}

function measurePipelines(api: AppSyncApi): LimitMeasure[] {
  return api.resolvers.flatMap((resolver): LimitMeasure[] =>
    resolver.kind === 'pipeline'
      ? [
          {
            limit: 'pipeline-functions',
            place: `"${resolver.typeName}.${resolver.fieldName}"`,
            value: resolver.functions.length,
            maximum: MAX_PIPELINE_FUNCTIONS,
          },
        ]
      : [],
  );
}

function measureBatches(api: AppSyncApi): LimitMeasure[] {
  const units = api.resolvers.flatMap((resolver) =>
    resolver.kind === 'unit'
      ? [{ place: `resolver "${resolver.typeName}.${resolver.fieldName}"`, size: resolver.maxBatchSize }]
      : [],
  );
  const functions = api.functions.map(({ name, maxBatchSize }) => ({
    place: functionPlace(api, name),
    size: maxBatchSize,
  }));
  return [...units, ...functions].map(({ place, size }) => ({
    limit: 'batch-size',
    place,
    value: size,
    maximum: MAX_BATCH_SIZE,
  }));
}
