/** Lambda's HTTP Invoke API over a host, for code that calls functions by the AWS SDK. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../server/read-body.ts';
import type { InvokeResult, LambdaHost } from './contract.ts';
import { responsePayload } from './invocation-record.ts';
import { LambdaServiceError } from './lambda-service-error.ts';

const INVOKE_PATH = /^\/2015-03-31\/functions\/([^/?]+)\/invocations(?:\?|$)/;

/** Bytes of a request. AWS Lambda developer guide, "Lambda quotas": 6 MB (checked 2026-11-21). */
const MAX_REQUEST_BYTES = 6 * 1024 * 1024;

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * @returns a request handler for `POST /2015-03-31/functions/{name, partial ARN or ARN}/invocations`; signatures are
 * not checked. Everything else gets a 404.
 * @see AWS Lambda API reference, "Invoke"
 */
export function lambdaInvokeHttp(
  host: LambdaHost,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => void respond(host, request, response);
}

async function respond(host: LambdaHost, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const answer = await answerTo(host, request);
    if (answer === undefined) return void response.destroy();
    const { status, headers = {}, body } = answer;
    const text = body === undefined ? '' : JSON.stringify(body);
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'x-amzn-requestid': randomUUID(),
      ...headers,
    });
    response.end(text);
  } catch {
    // Whatever fails here must not end the engine; the client sees its connection close.
    response.destroy();
  }
}

/** undefined: the client went away while it was sending. */
async function answerTo(host: LambdaHost, request: IncomingMessage): Promise<Answer | undefined> {
  const received = await readBody(request, MAX_REQUEST_BYTES);
  if (received.kind === 'aborted') return undefined;
  const encodedName = INVOKE_PATH.exec(request.url ?? '')?.[1];
  if (request.method !== 'POST' || encodedName === undefined) {
    return serviceError(
      404,
      'ResourceNotFoundException',
      `No such operation: ${request.method ?? ''} ${request.url ?? ''}`,
    );
  }
  if (received.kind === 'too-large') {
    return serviceError(
      413,
      'RequestTooLargeException',
      `Request must be smaller than ${MAX_REQUEST_BYTES} bytes for the Invoke operation`,
    );
  }
  const payload = parsePayload(received.text);
  if (payload === undefined) {
    return serviceError(400, 'InvalidRequestContentException', 'Could not parse request body into json');
  }
  try {
    return await invoke(host, functionNameOf(encodedName), {
      type: String(request.headers['x-amz-invocation-type'] ?? 'RequestResponse'),
      event: payload.event,
      clientContext: parseClientContext(request.headers['x-amz-client-context']),
    });
  } catch (error) {
    if (!(error instanceof LambdaServiceError)) throw error;
    return serviceError(error.name === 'TooManyRequestsException' ? 429 : 404, error.name, error.message);
  }
}

async function invoke(
  host: LambdaHost,
  functionName: string,
  { type, event, clientContext }: { type: string; event: unknown; clientContext: unknown },
): Promise<Answer> {
  if (type === 'DryRun') return { status: 204 };
  if (type === 'RequestResponse') return resultAnswer(await host.invoke(functionName, event, clientContext));
  if (type !== 'Event') {
    return serviceError(400, 'InvalidParameterValueException', `Unknown invocation type: ${type}`);
  }
  host.invokeAsync(functionName, event);
  return { status: 202 };
}

function resultAnswer(result: InvokeResult): Answer {
  const headers = { 'x-amz-executed-version': '$LATEST' };
  const error = result.kind === 'success' ? {} : { 'x-amz-function-error': 'Unhandled' };
  return { status: 200, headers: { ...headers, ...error }, body: responsePayload(result) };
}

function serviceError(status: number, errorType: string, message: string): Answer {
  return {
    status,
    headers: { 'x-amzn-errortype': errorType },
    body: { Type: 'User', Message: message, message },
  };
}

/** From `name`, `name:qualifier`, `account:function:name[:qualifier]` or an ARN. */
function functionNameOf(encoded: string): string {
  const text = decoded(encoded);
  const parts = text.split(':');
  const marker = parts.lastIndexOf('function');
  return (marker === -1 ? parts[0] : parts[marker + 1]) ?? text;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** undefined: not JSON. An empty body is an empty event. */
function parsePayload(body: string): { event: unknown } | undefined {
  if (body === '') return { event: {} };
  try {
    return { event: JSON.parse(body) as unknown };
  } catch {
    return undefined;
  }
}

/** JSON in Base64. What can't be read is not handed on. */
function parseClientContext(header: string | readonly string[] | undefined): unknown {
  if (typeof header !== 'string') return undefined;
  try {
    return JSON.parse(Buffer.from(header, 'base64').toString());
  } catch {
    return undefined;
  }
}
