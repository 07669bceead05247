import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode, parse } from 'graphql';
import type { RequestedOperation } from '../authorization-request.ts';

export interface RootFields {
  readonly operation: OperationDefinitionNode['operation'];
  /** Names of the schema, without those that begin with two underscores. */
  readonly names: readonly string[];
}

/** @returns undefined for what is no operation: execution answers it with an error of its own */
export function requestedRootFields({ query, operationName }: RequestedOperation): RootFields | undefined {
  const document = parseDocument(query);
  const operations = (document?.definitions ?? []).filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const chosen =
    operationName === undefined
      ? operations[0]
      : operations.find(({ name }) => name?.value === operationName);
  if (document === undefined || chosen === undefined) return undefined;
  const names = new Set<string>();
  collect(chosen.selectionSet, { document, names, seen: new Set() });
  return { operation: chosen.operation, names: [...names] };
}

function parseDocument(query: string): DocumentNode | undefined {
  try {
    return parse(query, { noLocation: true, maxTokens: MAX_TOKENS });
  } catch {
    return undefined;
  }
}

/** AWS AppSync quotas, "Query length" (2026-11): longer documents are refused by execution. */
const MAX_TOKENS = 15_000;

interface Collection {
  readonly document: DocumentNode;
  readonly names: Set<string>;
  readonly seen: Set<string>;
}

function collect({ selections }: SelectionSetNode, collection: Collection): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if (!selection.name.value.startsWith('__')) collection.names.add(selection.name.value);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(selection.selectionSet, collection);
    } else {
      const { value: name } = selection.name;
      if (collection.seen.has(name)) continue;
      collection.seen.add(name);
      for (const definition of collection.document.definitions) {
        if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name) {
          collect(definition.selectionSet, collection);
        }
      }
    }
  }
}
