/** Plain GraphQL over HTTP, as any client would. */
import { inject } from 'vitest';

export interface GraphqlError {
  readonly message: string;
  readonly errorType?: string | null;
  readonly path?: readonly (string | number)[] | null;
  readonly errorInfo?: unknown;
}

export interface GraphqlResponse {
  readonly status: number;
  readonly requestId: string;
  // Tests reach into the answer by path; its shape is what they check.
  readonly data: Json;
  readonly errors: readonly GraphqlError[];
}

/** JSON that tests walk by path: members by name, lists by their methods; leaves are compared, not computed with. */
export type Json = { readonly [member: string]: Json } & Iterable<Json> & {
    readonly length: number;
    map<Item>(toItem: (one: Json) => Item): Item[];
    filter(isKept: (one: Json) => boolean): Json[];
  };

export const API_KEY = 'da2-local';

export async function send(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  url: string = inject('applicationUrl'),
): Promise<GraphqlResponse> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': API_KEY },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data: Json; errors?: readonly GraphqlError[] };
  return {
    status: response.status,
    requestId: response.headers.get('x-amzn-requestid') ?? '',
    data: body.data,
    errors: body.errors ?? [],
  };
}

/** Requests for each data source that one operation made, as the engine counted them. */
export async function dataSourceCalls(
  requestId: string,
  url: string = inject('applicationUrl'),
): Promise<Readonly<Record<string, number>>> {
  const response = await fetch(`${url}/_tributary/requests/${requestId}`);
  const trace = (await response.json()) as { dataSourceCalls: Record<string, number> };
  return trace.dataSourceCalls;
}
