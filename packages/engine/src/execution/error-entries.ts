/** Entries of `errors` with exactly the keys that AppSync sends for their kind. */
import type { ASTNode, SourceLocation } from 'graphql';
import type { ResolverError } from '../runtime/contract.ts';
import type { GraphqlErrorEntry } from './contract.ts';

export type ResponsePath = readonly (string | number)[];

export interface EntryLocation {
  readonly line: number;
  readonly column: number;
  readonly sourceName: null;
}

/** What a resolver or a data source raised: the full set of keys. */
export function toResolverEntry(
  error: ResolverError,
  place: { readonly path: ResponsePath; readonly locations: readonly EntryLocation[] },
): GraphqlErrorEntry {
  return {
    path: place.path,
    data: error.data ?? null,
    errorType: error.errorType,
    errorInfo: error.errorInfo ?? null,
    locations: place.locations,
    message: error.message,
  };
}

/** What the engine found itself: null bubbling, type mismatch, serialization. */
export function toEngineEntry(message: string, path: ResponsePath): GraphqlErrorEntry {
  return { path, locations: null, message };
}

/** A document or its variables are at fault: nothing ran. */
export function toValidationEntry(
  message: string,
  locations: readonly SourceLocation[] | undefined,
): GraphqlErrorEntry {
  return {
    path: null,
    locations: (locations ?? []).map(({ line, column }) => ({ line, column, sourceName: null })),
    message,
  };
}

/** Place of a node in the document, 1-based; empty when the node was not read from text. */
export function locate(node: ASTNode): readonly EntryLocation[] {
  const token = node.loc?.startToken;
  return token === undefined ? [] : [{ line: token.line, column: token.column, sourceName: null }];
}
