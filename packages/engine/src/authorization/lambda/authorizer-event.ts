/** The event of a Lambda authorizer. AppSync developer guide, "AWS_LAMBDA authorization", request event. */
import type { AuthorizationRequest, RequestedOperation } from '../authorization-request.ts';

export interface AuthorizerEvent {
  readonly authorizationToken: string;
  readonly requestContext: {
    readonly apiId: string;
    readonly accountId: string;
    readonly requestId: string;
    readonly queryString: string;
    readonly operationName?: string;
    readonly variables: Readonly<Record<string, unknown>>;
  };
  readonly requestHeaders: Readonly<Record<string, string>>;
}

/** Operation name of the call that opens a WebSocket. */
const CONNECT_OPERATION = 'DeepDish:Connect';

/** Differs or unconfirmed: the query of a connect call is not documented; here it is empty. */
const NO_QUERY = { query: '', variables: {} };

export function buildAuthorizerEvent(
  token: string,
  request: AuthorizationRequest,
  api: { readonly apiId: string; readonly accountId: string },
): AuthorizerEvent {
  const operation = operationOf(request);
  return {
    authorizationToken: token,
    requestContext: {
      ...api,
      requestId: request.requestId,
      queryString: operation.query,
      ...(operation.operationName === undefined ? {} : { operationName: operation.operationName }),
      variables: operation.variables,
    },
    requestHeaders: Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) =>
        value === undefined || name === 'cookie' ? [] : [[name, [value].flat().join(',')]],
      ),
    ),
  };
}

function operationOf(request: AuthorizationRequest): RequestedOperation {
  if (request.kind === 'connect') return { ...NO_QUERY, operationName: CONNECT_OPERATION };
  return request.operation ?? { ...NO_QUERY, operationName: undefined };
}
