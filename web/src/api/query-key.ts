/** Names a query's place in the cache by its operation and variables, so that live events can find it again. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Kind, type DocumentNode } from 'graphql';

export type QueryKey = readonly [operationName: string, variables: Record<string, unknown>];

export function toQueryKey<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): QueryKey {
  return [operationNameOf(document), variables];
}

/** The first operation's name; every document in this application has one. */
export function operationNameOf(document: DocumentNode): string {
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.name !== undefined)
      return definition.name.value;
  }
  throw new TypeError('a document needs a named operation');
}
