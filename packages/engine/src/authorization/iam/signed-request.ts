/** Which request a signature is over. For sockets there is none: AppSync's documentation says what stands in for it. */
import { assertNever } from '../../model/assert-never.ts';
import type { AuthorizationRequest } from '../authorization-request.ts';

export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly body: string;
}

/** @see AppSync developer guide, "Building a real-time WebSocket client", IAM */
export function signedRequestOf(request: AuthorizationRequest): SignedRequest {
  switch (request.kind) {
    case 'http': {
      const [path = '/', search = ''] = request.target.split('?', 2);
      return { method: request.method, path, query: readQuery(search), body: request.body };
    }
    case 'connect':
      return { method: 'POST', path: '/graphql/connect', query: {}, body: '{}' };
    case 'start':
      return { method: 'POST', path: '/graphql', query: {}, body: request.data };
    default:
      return assertNever(request);
  }
}

function readQuery(search: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const parameters = new URLSearchParams(search);
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return query;
}
