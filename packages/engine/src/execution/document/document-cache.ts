/** Parsed and validated documents by their text: most requests of a client repeat a handful of documents. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  visit,
} from 'graphql';
import type { GraphqlErrorEntry } from '../contract.ts';
import { inlineFragments } from './inline-fragments.ts';
import { validateDocument } from './validate-document.ts';

export type PreparedDocument =
  | { readonly kind: 'ready'; readonly document: ReadyDocument }
  | { readonly kind: 'syntax-error'; readonly message: string }
  | { readonly kind: 'invalid'; readonly errors: readonly GraphqlErrorEntry[] };

export interface ReadyDocument {
  readonly operations: readonly OperationDefinitionNode[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** True when `@skip` or `@include` makes the collected fields depend on the variables. */
  readonly hasConditions: boolean;
}

export interface DocumentCache {
  prepare(query: string): PreparedDocument;
}

/** Documents kept; beyond that the least recently used goes. */
const MAX_DOCUMENTS = 1_000;
/** UTF-16 units of a document that is kept; our choice, so that odd ones can't fill the memory. */
const MAX_KEPT_CHARS = 64 * 1024;
/** AWS AppSync quotas, "Tokens in a query document" (2026-11). */
const MAX_TOKENS = 15_000;

export interface DocumentOptions {
  readonly isIntrospectionEnabled: boolean;
  /** Replaces named fragments by inline ones. */
  readonly inlinesFragments: boolean;
}

export function createDocumentCache(schema: GraphQLSchema, options: DocumentOptions): DocumentCache {
  const known = new Map<string, PreparedDocument>();
  return {
    prepare(query) {
      const cached = known.get(query);
      if (cached !== undefined) {
        known.delete(query);
        known.set(query, cached);
        return cached;
      }
      const prepared = prepareDocument(schema, query, options);
      if (query.length > MAX_KEPT_CHARS) return prepared;
      known.set(query, prepared);
      const oldest = known.keys().next();
      if (known.size > MAX_DOCUMENTS && oldest.done !== true) known.delete(oldest.value);
      return prepared;
    },
  };
}

function prepareDocument(schema: GraphQLSchema, query: string, options: DocumentOptions): PreparedDocument {
  try {
    const document = parse(query, { maxTokens: MAX_TOKENS });
    const errors = validateDocument(schema, document, options);
    if (errors.length > 0) return { kind: 'invalid', errors };
    return {
      kind: 'ready',
      document: readDocument(options.inlinesFragments ? inlineFragments(document) : document),
    };
  } catch (fault) {
    // Nesting deeper than the stack: parser and rules walk recursively.
    if (!(fault instanceof GraphQLError || fault instanceof RangeError)) throw fault;
    const isTooLong = fault.message.endsWith('Parsing aborted.');
    return {
      kind: 'syntax-error',
      message: isTooLong ? 'Maximum char length exceeded.' : 'Unable to parse GraphQL query.',
    };
  }
}

function readDocument(document: DocumentNode): ReadyDocument {
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  let hasConditions = false;
  visit(document, {
    Directive(node) {
      if (node.name.value === 'skip' || node.name.value === 'include') hasConditions = true;
    },
  });
  return { operations, fragments, hasConditions };
}
