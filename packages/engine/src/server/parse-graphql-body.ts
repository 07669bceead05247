/** The JSON body of a GraphQL request. */
import type { GraphqlRequest } from '../execution/contract.ts';
import { isRecord } from '../model/is-record.ts';
import type { TransportError } from './transport-error.ts';
import { EMPTY_BODY, UNPARSABLE_BODY } from './transport-error.ts';

export type ParsedGraphqlBody =
  | { readonly ok: true; readonly value: Pick<GraphqlRequest, 'query' | 'variables' | 'operationName'> }
  | { readonly ok: false; readonly error: TransportError };

/**
 * Members other than `query`, `variables` and `operationName` are ignored. Whether the query is GraphQL is not looked at.
 * @see AppSync developer guide, "Security", whose calls send this JSON with either content type
 */
export function parseGraphqlBody(text: string): ParsedGraphqlBody {
  if (text.trim() === '') return { ok: false, error: EMPTY_BODY };
  const body = parseJson(text);
  if (!isRecord(body) || typeof body.query !== 'string') return { ok: false, error: UNPARSABLE_BODY };
  const variables = body.variables ?? {};
  const operationName = body.operationName ?? undefined;
  if (!isRecord(variables)) return { ok: false, error: UNPARSABLE_BODY };
  if (operationName !== undefined && typeof operationName !== 'string') {
    return { ok: false, error: UNPARSABLE_BODY };
  }
  return { ok: true, value: { query: body.query, variables, operationName } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
