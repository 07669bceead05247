/** An authorizer over a small API, with a clock that stands still and whatever providers a test names. */
import type { InvokeResult } from '../../lambda-host/contract.ts';
import type { ApiModel, AuthenticationProviderModel, AuthenticationType } from '../../model/app-model.ts';
import type { AuthorizationRequest, RequestedOperation } from '../authorization-request.ts';
import type { AuthorizationResult } from '../authorization-result.ts';
import type { AuthorizerOptions } from '../authorize.ts';
import { createAuthorizer } from '../authorize.ts';
import type { CredentialHeaders } from '../credential.ts';
import { readAccessKeys } from '../iam/access-key.ts';

export const NOW_EPOCH_MS = 1_800_000_000_000;
export const NOW_EPOCH_SECONDS = NOW_EPOCH_MS / 1000;
export const NOT_AUTHORIZED = {
  kind: 'unauthorized',
  message: 'You are not authorized to make this call.',
};

export interface TestAuthorizer {
  readonly modes: readonly [AuthenticationType, ...AuthenticationType[]];
  readonly providers?: readonly AuthenticationProviderModel[];
  readonly api?: Partial<ApiModel>;
  /** A thrown Error becomes a function error. */
  readonly lambda?: (event: unknown) => unknown;
  readonly options?: Partial<AuthorizerOptions>;
}

export interface RunningTestAuthorizer {
  readonly warnings: readonly string[];
  call(headers: CredentialHeaders, request?: Partial<RequestedOperation>): Promise<AuthorizationResult>;
  authorize(request: AuthorizationRequest): Promise<AuthorizationResult>;
}

export function startTestAuthorizer(test: TestAuthorizer): RunningTestAuthorizer {
  const warnings: string[] = [];
  const [defaultAuthentication, ...additionalAuthentication] = test.modes;
  const api: ApiModel = {
    id: 'testapi',
    name: 'Test',
    schema: 'type Query { a: Int }',
    defaultAuthentication,
    additionalAuthentication,
    authenticationProviders: test.providers ?? [],
    apiKeys: [],
    environment: {},
    isIntrospectionEnabled: true,
    queryDepthLimit: 0,
    resolverCountLimit: 10_000,
    dataSources: [],
    functions: [],
    resolvers: [],
    ...test.api,
  };
  const authorize = createAuthorizer({
    api: () => api,
    account: () => ({ region: 'eu-west-1', accountId: '123456789012' }),
    identities: () => [],
    lambda: { invoke: (_name, payload) => invoke(test.lambda, payload) },
    extraApiKey: 'da2-local',
    accessKeys: readAccessKeys('AKIATEST:secret/test'),
    localKeySet: () => undefined,
    fetchJson: (url) => Promise.reject(new Error(`unexpected ${url}`)),
    now: () => NOW_EPOCH_MS,
    warn: (text) => warnings.push(text),
    ...test.options,
  });
  return {
    warnings,
    authorize,
    call: (headers, operation) => authorize(toHttpRequest(headers, operation)),
  };
}

export function toHttpRequest(
  headers: CredentialHeaders,
  operation: Partial<RequestedOperation> = {},
): AuthorizationRequest {
  const asked = { query: '{ a }', variables: {}, operationName: undefined, ...operation };
  return {
    kind: 'http',
    headers,
    sourceIp: ['127.0.0.1'],
    requestId: 'request-1',
    method: 'POST',
    target: '/graphql',
    body: JSON.stringify(asked),
    operation: asked,
  };
}

async function invoke(
  lambda: ((event: unknown) => unknown) | undefined,
  payload: unknown,
): Promise<InvokeResult> {
  try {
    return { kind: 'success', payload: await lambda?.(payload), durationMs: 0 };
  } catch (thrown) {
    const errorMessage = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: 'function-error', errorType: 'Error', errorMessage, trace: [], durationMs: 0 };
  }
}
