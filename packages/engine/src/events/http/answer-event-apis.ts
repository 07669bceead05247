/** AWS JSON over POST for EventBridge and SQS: the operation is named in `X-Amz-Target`; signatures are not checked. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRecord } from '../../model/is-record.ts';
import { readBody } from '../../server/read-body.ts';
import type { BodyResult } from '../../server/read-body.ts';
import { ServiceFault } from './service-fault.ts';

export type ApiInput = Readonly<Record<string, unknown>>;
/** By `X-Amz-Target`, e.g. `AWSEvents.PutEvents`. @throws ServiceFault */
export type ApiOperations = ReadonlyMap<string, (input: ApiInput) => unknown>;

/** Bytes of a request: ten messages of 1 MB at most, with what JSON adds; our choice. */
const MAX_REQUEST_BYTES = 16 * 1024 * 1024;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export async function answerEventApis(
  operations: ApiOperations,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const answer = await answerTo(operations, request);
    if (answer === undefined) return void response.destroy();
    const { status, headers, body } = answer;
    const text = Buffer.from(JSON.stringify(body ?? {}));
    response.writeHead(status, {
      'content-type': String(request.headers['content-type'] ?? 'application/x-amz-json-1.0'),
      'content-length': text.length,
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
async function answerTo(operations: ApiOperations, request: IncomingMessage): Promise<Answer | undefined> {
  const received = await readBody(request, MAX_REQUEST_BYTES);
  if (received.kind === 'aborted') return undefined;
  try {
    const run = operations.get(String(request.headers['x-amz-target']));
    if (run === undefined)
      throw new ServiceFault('UnknownOperationException', 'The operation is not supported here.');
    return { status: 200, headers: {}, body: await run(parseBody(received)) };
  } catch (fault) {
    if (!(fault instanceof ServiceFault)) {
      process.emitWarning(fault instanceof Error ? fault : new Error(String(fault)));
      return { status: 500, headers: {}, body: { __type: 'InternalFailure', message: 'Internal failure.' } };
    }
    const { code, message } = fault;
    return { status: 400, headers: { 'x-amzn-errortype': code }, body: { __type: code, message } };
  }
}

function parseBody(received: Exclude<BodyResult, { kind: 'aborted' }>): ApiInput {
  if (received.kind === 'too-large')
    throw new ServiceFault('RequestEntityTooLarge', 'The request is too large.');
  let body: unknown;
  try {
    body = JSON.parse(received.text);
  } catch {
    throw new ServiceFault('SerializationException', 'The request body is not valid JSON.');
  }
  if (!isRecord(body))
    throw new ServiceFault('SerializationException', 'The request body must be an object.');
  return body;
}
