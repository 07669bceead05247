/** The HTTP APIs of DynamoDB and of its streams: AWS JSON 1.0 over POST, the operation in `X-Amz-Target`. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { crc32 } from 'node:zlib';
import type { DynamoDb } from './contract.ts';
import { isRecord } from '../model/is-record.ts';
import { serviceError, toServiceError } from './service-error.ts';

/** Bytes of a request body. DynamoDB API reference, "BatchWriteItem": 16 MB (checked 2026-11-21). */
const MAX_REQUEST_BYTES = 16 * 1024 * 1024;

const TARGET = /^DynamoDB(?:Streams)?_20120810\.(\w+)$/;

interface Answer {
  readonly statusCode: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Answers one request; whatever is sent, the answer is a DynamoDB error at worst. Signatures are not checked. */
export async function answerHttp(
  call: DynamoDb['call'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    send(response, await answerTo(call, request));
  } catch {
    // The client went away while it was sending.
    response.destroy();
  }
}

async function answerTo(call: DynamoDb['call'], request: IncomingMessage): Promise<Answer> {
  const bodyText = await readBody(request);
  try {
    if (bodyText === undefined) throw serviceError('SerializationException', 'Request body is too large');
    const target = TARGET.exec(String(request.headers['x-amz-target'] ?? ''))?.[1];
    if (request.method !== 'POST' || target === undefined)
      throw serviceError('UnknownOperationException', '');
    return { statusCode: 200, body: await call(target, parseBody(bodyText)) };
  } catch (error) {
    const { statusCode, body } = toServiceError(error);
    return { statusCode, body };
  }
}

function parseBody(text: string): Record<string, unknown> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw serviceError('SerializationException', 'The request body is not valid JSON');
  }
  if (!isRecord(body)) throw serviceError('SerializationException', 'Start of structure or map not found');
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

function send(response: ServerResponse, { statusCode, body }: Answer): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(statusCode, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': text.length,
    'x-amzn-requestid': randomUUID(),
    'x-amz-crc32': crc32(text),
  });
  response.end(text);
}
