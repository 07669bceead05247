import { type GraphQLSchema, isObjectType } from 'graphql';
import type { ResolverModel } from '../../model/app-model.ts';

/** Resolvers attach to fields of object types that the schema has; AppSync refuses others when they are created. */
export function checkResolverTargets(schema: GraphQLSchema, resolvers: readonly ResolverModel[]): readonly string[] {
  return resolvers.flatMap(({ typeName, fieldName }) => {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) return [`${typeName}.${fieldName}: the schema has no object type "${typeName}"`];
    if (type.getFields()[fieldName] === undefined) return [`${typeName}.${fieldName}: No field named ${fieldName} found on type ${typeName}`];
    return [];
  });
}
