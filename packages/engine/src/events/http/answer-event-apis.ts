/** AWS JSON over POST for EventBridge and SQS: the operation is named in `X-Amz-Target`; signatures are not checked. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRecord } from '../../model/is-record.ts';
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
    const { status, headers, body } = await answerTo(operations, request);
    const text = Buffer.from(JSON.stringify(body ?? {}));
    response.writeHead(status, {
      'content-type': String(request.headers['content-type'] ?? 'application/x-amz-json-1.0'),
      'content-length': text.length,
      'x-amzn-requestid': randomUUID(),
      ...headers,
    });
    response.end(text);
  } catch {
    // The client went away while it was sending.
    response.destroy();
  }
}

async function answerTo(operations: ApiOperations, request: IncomingMessage): Promise<Answer> {
  const text = await readBody(request);
  try {
    const run = operations.get(String(request.headers['x-amz-target']));
    if (run === undefined)
      throw new ServiceFault('UnknownOperationException', 'The operation is not supported here.');
    return { status: 200, headers: {}, body: await run(parseBody(text)) };
  } catch (fault) {
    if (!(fault instanceof ServiceFault)) {
      process.emitWarning(fault instanceof Error ? fault : new Error(String(fault)));
      return { status: 500, headers: {}, body: { __type: 'InternalFailure', message: 'Internal failure.' } };
    }
    const { code, message } = fault;
    return { status: 400, headers: { 'x-amzn-errortype': code }, body: { __type: code, message } };
  }
}

function parseBody(text: string | undefined): ApiInput {
  if (text === undefined) throw new ServiceFault('RequestEntityTooLarge', 'The request is too large.');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ServiceFault('SerializationException', 'The request body is not valid JSON.');
  }
  if (!isRecord(body))
    throw new ServiceFault('SerializationException', 'The request body must be an object.');
  return body;
}

/** undefined: longer than allowed (read to its end all the same, so that the client gets to read the answer). */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes <= MAX_REQUEST_BYTES) chunks.push(chunk);
  }
  return sizeBytes <= MAX_REQUEST_BYTES ? Buffer.concat(chunks).toString() : undefined;
}
