/**
 * The one place that sends queries and mutations through the Amplify client. In: a typed document and its
 * variables. Out: data of the document's type, with the problems that came along.
 */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { generateClient } from 'aws-amplify/api';
import { print } from 'graphql';
import { isRecord, parseProblems, RequestFailed, type GraphQLProblem } from './graphql-problem.ts';

/** Data that arrived, and what is missing from it: AppSync answers in part when one resolver fails. */
export interface Answer<Data> {
  readonly data: Data;
  readonly problems: readonly GraphQLProblem[];
}

const client = generateClient();

/**
 * Runs a query or mutation.
 * @throws RequestFailed when no data came back; partial data is returned together with its problems
 */
export async function request<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Answer<Data>> {
  return parseAnswer<Data>(await settle(() => client.graphql({ query: print(document), variables })));
}

/** Amplify throws the whole answer as soon as it holds one error, so a thrown answer is an answer too. */
async function settle(send: () => unknown): Promise<unknown> {
  try {
    return await send();
  } catch (thrown) {
    if (isRecord(thrown) && 'errors' in thrown) return thrown;
    throw thrown;
  }
}

/**
 * Splits a GraphQL answer into data and problems. The shape of `data` is the server's promise: it validated the
 * document against the schema that the types were generated from.
 * @throws RequestFailed when `data` is missing or null
 */
export function parseAnswer<Data>(answer: unknown): Answer<Data> {
  const problems = isRecord(answer) ? parseProblems(answer['errors']) : [];
  if (!isRecord(answer) || !isRecord(answer['data'])) throw new RequestFailed(problems);
  if (isEmptied(answer['data']) && problems.length > 0) throw new RequestFailed(problems);
  return { data: answer['data'] as Data, problems };
}

/** True when every root field is null: errors took all there was to show. */
function isEmptied(data: Record<string, unknown>): boolean {
  return Object.values(data).every((value) => value === null);
}
