/** The root types of a schema: those that it names, or else those with the names that the specification gives them. */
import { Kind } from 'graphql';
import type { DocumentNode } from 'graphql';
import type { RootTypes } from '../model/federation-model.ts';

/** GraphQL specification, "Root Operation Types" and "Default Root Operation Type Names". */
export function rootTypes({ definitions }: DocumentNode): RootTypes {
  const schemas = definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? [node] : [],
  );
  const named = new Map<string, string>(
    schemas.flatMap(({ operationTypes = [] }) =>
      operationTypes.map(({ operation, type }) => [operation, type.name.value] as const),
    ),
  );
  const isNamed = schemas.some(({ kind }) => kind === Kind.SCHEMA_DEFINITION);
  const objects = new Set(
    definitions.flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION ? [node.name.value] : [])),
  );
  const root = (operation: string, name: string) =>
    named.get(operation) ?? (!isNamed && objects.has(name) ? name : undefined);
  return {
    query: root('query', 'Query'),
    mutation: root('mutation', 'Mutation'),
    subscription: root('subscription', 'Subscription'),
  };
}
