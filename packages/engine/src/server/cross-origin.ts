/** AppSync answers browsers of any origin: the credential is in a header, never in a cookie. */
import type { IncomingMessage } from 'node:http';
import type { HttpAnswer } from './send-body.ts';

export const CROSS_ORIGIN_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-appsync-TokensConsumed',
};

const PREFLIGHT_SECONDS = 86_400;

/** Whatever headers the page wants to send are allowed, as the clients add their own. */
export function preflightAnswer({ headers }: IncomingMessage): HttpAnswer {
  return {
    status: 200,
    headers: {
      ...CROSS_ORIGIN_HEADERS,
      'access-control-allow-methods': 'POST,OPTIONS',
      'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
      'access-control-max-age': String(PREFLIGHT_SECONDS),
    },
    body: '',
  };
}
