/** `/graphql`: body, authorization (some modes sign or judge the body), executor; every refusal in AppSync's shape. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { ActiveApi } from '../active-api.ts';
import type { Authorize } from '../authorization/index.ts';
import { readSourceIp } from '../authorization/index.ts';
import type { GraphqlAnswer, RequestTrace } from '../execution/contract.ts';
import { CROSS_ORIGIN_HEADERS, preflightAnswer } from './cross-origin.ts';
import { MAX_REQUEST_BODY_BYTES } from './limits.ts';
import { parseGraphqlBody } from './parse-graphql-body.ts';
import { readBody } from './read-body.ts';
import type { HttpAnswer } from './send-body.ts';
import { JSON_TYPE } from './send-body.ts';
import type { TransportError } from './transport-error.ts';
import { transportErrorAnswer } from './transport-error.ts';

export interface GraphqlEndpointOptions {
  readonly activeApi: () => ActiveApi;
  readonly authorize: Authorize;
  readonly onTrace: (trace: RequestTrace) => void;
  readonly warn: (text: string) => void;
}

export type GraphqlEndpoint = (
  request: IncomingMessage,
  requestId: string,
) => Promise<HttpAnswer | undefined>;

/** @returns the answer; undefined when the client went away while it was sending */
export function createGraphqlEndpoint(options: GraphqlEndpointOptions): GraphqlEndpoint {
  async function answerPost(request: IncomingMessage, requestId: string): Promise<HttpAnswer | undefined> {
    const body = await readBody(request, MAX_REQUEST_BODY_BYTES);
    if (body.kind === 'aborted') return undefined;
    if (body.kind === 'too-large') {
      const message = `The request body is larger than ${MAX_REQUEST_BODY_BYTES} bytes.`;
      return refuse({ status: 413, errorType: 'RequestEntityTooLargeException', message });
    }
    const parsed = parseGraphqlBody(body.text);
    const authorization = await options.authorize({
      kind: 'http',
      headers: request.headers,
      sourceIp: readSourceIp(request.headers['x-forwarded-for'], request.socket.remoteAddress),
      requestId,
      method: 'POST',
      target: request.url ?? '/graphql',
      body: body.text,
      operation: parsed.ok ? parsed.value : undefined,
    });
    if (authorization.kind === 'unauthorized') {
      const { message } = authorization;
      return refuse({ status: 401, errorType: 'UnauthorizedException', message });
    }
    if (!parsed.ok) return refuse(parsed.error);
    const { caller } = authorization;
    const headers = resolverHeaders(request.headers, requestId);
    const answer = await options
      .activeApi()
      .executor.execute({ ...parsed.value, headers, caller, requestId });
    options.onTrace(answer.trace);
    return toHttpAnswer(answer);
  }

  return async (request, requestId) => {
    if (request.method === 'OPTIONS') return preflightAnswer(request);
    if (request.method !== 'POST') {
      const message = `Send GraphQL requests with POST, not ${request.method ?? ''}.`;
      const answer = refuse({ status: 405, errorType: 'MethodNotAllowedException', message });
      return { ...answer, headers: { ...answer.headers, allow: 'POST, OPTIONS' } };
    }
    try {
      return await answerPost(request, requestId);
    } catch (error) {
      options.warn(`Request ${requestId} failed inside the engine: ${String(error)}`);
      return refuse({ status: 500, errorType: 'InternalFailure', message: 'The request failed.' });
    }
  };
}

function refuse(error: TransportError): HttpAnswer {
  const answer = transportErrorAnswer(error);
  return { ...answer, headers: { ...answer.headers, ...CROSS_ORIGIN_HEADERS } };
}

/** Transport errors that the executor finds (status 400) carry their type in a header like all others. */
function toHttpAnswer({ status, headers, body }: GraphqlAnswer): HttpAnswer {
  const errorType = status === 200 ? undefined : body.errors?.[0]?.errorType;
  return {
    status,
    headers: {
      // One token is the least that AppSync counts for a request.
      'x-amzn-appsync-TokensConsumed': '1',
      ...headers,
      ...CROSS_ORIGIN_HEADERS,
      'content-type': JSON_TYPE,
      ...(typeof errorType === 'string' ? { 'x-amzn-errortype': errorType } : {}),
    },
    body: JSON.stringify(body),
  };
}

/** `ctx.request.headers`: everything but cookies, and the trace ID that AWS gives each request. */
function resolverHeaders(headers: IncomingHttpHeaders, requestId: string): Record<string, string | string[]> {
  const own = Object.entries(headers).filter(
    (entry): entry is [string, string | string[]] => entry[1] !== undefined && entry[0] !== 'cookie',
  );
  return { [TRACE_HEADER]: traceId(requestId), ...Object.fromEntries(own) };
}

const TRACE_HEADER = 'x-amzn-trace-id';
const TRACE_TIME_CHARS = 8;

/** AWS X-Ray developer guide, "Tracing header": here both parts come from the request's ID, which is random. */
function traceId(requestId: string): string {
  const digits = requestId.replaceAll('-', '');
  return `Root=1-${digits.slice(0, TRACE_TIME_CHARS)}-${digits.slice(TRACE_TIME_CHARS)}`;
}
