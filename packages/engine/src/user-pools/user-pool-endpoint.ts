/** The HTTP side of the local user pools: Cognito's JSON protocol, key sets and discovery, below `/cognito-idp`. */
import type { IncomingMessage } from 'node:http';
import { userPoolIssuer } from '../authorization/index.ts';
import { isRecord } from '../model/is-record.ts';
import type { HttpAnswer } from '../server/send-body.ts';
import { readBody } from '../server/read-body.ts';
import { requestHost } from '../server/request-host.ts';
import { UserPoolFault } from './user-pool-fault.ts';
import type { UserPoolService } from './user-pool-service.ts';

export const USER_POOL_PATH = '/cognito-idp';

/** Our choice; sign-up with every attribute filled is far below it. */
const MAX_BODY_BYTES = 128 * 1024;

const TARGET = /^AWSCognitoIdentityProviderService\.(\w+)$/;
const DOCUMENT = /^\/cognito-idp\/([\w-]+)\/\.well-known\/(jwks\.json|openid-configuration)$/;

export type UserPoolEndpoint = (
  request: IncomingMessage,
  pathname: string,
) => Promise<HttpAnswer | undefined>;

/** @returns the answer; undefined for paths that are not the endpoint's, and for clients that went away */
export function createUserPoolEndpoint(service: UserPoolService): UserPoolEndpoint {
  return async (request, pathname) => {
    if (pathname !== USER_POOL_PATH && !pathname.startsWith(`${USER_POOL_PATH}/`)) return undefined;
    if (request.method === 'OPTIONS') return preflight(request);
    if (request.method === 'POST') return answerCall(service, request);
    const [, userPoolId = '', name] = DOCUMENT.exec(pathname) ?? [];
    const pool = service.find(userPoolId);
    if (pool === undefined) return json(404, { message: `There is nothing at ${pathname}.` });
    const issuer = userPoolIssuer(pool);
    if (name === 'jwks.json') return json(200, await service.keySet(issuer));
    return json(200, {
      issuer,
      jwks_uri: `http://${requestHost(request)}${USER_POOL_PATH}/${userPoolId}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'token'],
      subject_types_supported: ['public'],
    });
  };
}

async function answerCall(
  service: UserPoolService,
  request: IncomingMessage,
): Promise<HttpAnswer | undefined> {
  const operation = TARGET.exec(String(request.headers['x-amz-target']))?.[1] ?? '';
  if (operation.startsWith('Admin') && !isOwnPage(request)) {
    return refuse(new UserPoolFault('AccessDeniedException', 'Not open to pages of other origins.'));
  }
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body.kind === 'aborted') return undefined;
  try {
    const input = body.kind === 'complete' ? parse(body.text) : undefined;
    if (input === undefined)
      throw new UserPoolFault('SerializationException', 'The body is not a JSON object.');
    return json(200, await service.call(operation, input));
  } catch (error) {
    if (error instanceof UserPoolFault) return refuse(error);
    throw error;
  }
}

/** Scripts send no origin; a page of another site must not make itself an administrator. */
function isOwnPage(request: IncomingMessage): boolean {
  const { origin } = request.headers;
  return origin === undefined || origin.endsWith(`//${requestHost(request)}`);
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function refuse({ errorType, message }: UserPoolFault): HttpAnswer {
  const answer = json(400, { __type: errorType, message });
  return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': errorType } };
}

function json(status: number, value: unknown): HttpAnswer {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType',
  };
  return { status, headers, body: JSON.stringify(value) };
}

function preflight({ headers }: IncomingMessage): HttpAnswer {
  return {
    status: 200,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST,GET,OPTIONS',
      'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    },
    body: '',
  };
}
