/** A request's text -> the operation to run with its coerced variables, or the answer that refuses it. */
import {
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { GraphqlErrorEntry, GraphqlRequest } from './contract.ts';
import { coerceVariables } from './document/coerce-variables.ts';
import type { DocumentCache, ReadyDocument } from './document/document-cache.ts';

export type SelectedOperation =
  | {
      readonly kind: 'selected';
      readonly operation: OperationDefinitionNode;
      readonly document: ReadyDocument;
      readonly rootType: GraphQLObjectType;
      readonly variables: Readonly<Record<string, unknown>>;
    }
  /** Status 400, no `data`. */
  | { readonly kind: 'bad-request'; readonly error: GraphqlErrorEntry }
  /** Status 200 with `data: null`. */
  | { readonly kind: 'invalid'; readonly errors: readonly GraphqlErrorEntry[] };

/** GraphQL spec, "Executing Requests", up to the point where fields run. */
export function selectOperation(
  schema: GraphQLSchema,
  documents: DocumentCache,
  request: GraphqlRequest,
): SelectedOperation {
  const prepared = documents.prepare(request.query);
  if (prepared.kind === 'syntax-error') return badRequest('MalformedHttpRequestException', prepared.message);
  if (prepared.kind === 'invalid') return prepared;
  const { document } = prepared;
  const { operationName } = request;
  const isNamed = operationName !== undefined && operationName !== '';
  if (!isNamed && document.operations.length > 1)
    return badRequest('BadRequestException', 'Missing operation name.');
  const operation = isNamed
    ? document.operations.find((candidate) => candidate.name?.value === operationName)
    : document.operations[0];
  if (operation === undefined) {
    return badRequest(
      'BadRequestException',
      isNamed ? `Unknown operation named '${operationName}'.` : 'Unable to parse GraphQL query.',
    );
  }
  const rootType = rootTypeOf(schema, operation.operation);
  if (rootType === undefined) {
    return badRequest('BadRequestException', `Schema is not configured for ${operation.operation}s.`);
  }
  const variables = coerceVariables(schema, operation, request.variables);
  if (!variables.ok) return { kind: 'invalid', errors: variables.errors };
  return { kind: 'selected', operation, document, rootType, variables: variables.values };
}

export function badRequest(
  errorType: string,
  message: string,
): { readonly kind: 'bad-request'; readonly error: GraphqlErrorEntry } {
  return { kind: 'bad-request', error: { errorType, message } };
}

function rootTypeOf(schema: GraphQLSchema, operation: OperationTypeNode): GraphQLObjectType | undefined {
  switch (operation) {
    case OperationTypeNode.QUERY:
      return schema.getQueryType() ?? undefined;
    case OperationTypeNode.MUTATION:
      return schema.getMutationType() ?? undefined;
    case OperationTypeNode.SUBSCRIPTION:
      return schema.getSubscriptionType() ?? undefined;
  }
}
