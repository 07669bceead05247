/** One request to DynamoDB's API as text, apart from how it travels: AWS JSON 1.0, the operation in `X-Amz-Target`. */
import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { isRecord } from '../model/is-record.ts';
import type { DynamoDb } from './contract.ts';
import { serviceError, toServiceError } from './service-error.ts';

/** Bytes of a request body. DynamoDB API reference, "BatchWriteItem": 16 MB (checked 2026-11-21). */
export const MAX_REQUEST_BYTES = 16 * 1024 * 1024;

const TARGET = /^DynamoDB(?:Streams)?_20120810\.(\w+)$/;

export interface DynamoDbRequest {
  /** The header `X-Amz-Target`, e.g. `DynamoDB_20120810.GetItem`. */
  readonly target: string;
  /** undefined: longer than `MAX_REQUEST_BYTES`, and not read. */
  readonly body: string | undefined;
}

export interface DynamoDbAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Never rejects: whatever is sent, the answer is a DynamoDB error at worst. Signatures are not checked. */
export async function answerRequest(
  call: DynamoDb['call'],
  { target, body }: DynamoDbRequest,
): Promise<DynamoDbAnswer> {
  try {
    if (body === undefined || Buffer.byteLength(body) > MAX_REQUEST_BYTES)
      throw serviceError('SerializationException', 'Request body is too large');
    const operation = TARGET.exec(target)?.[1];
    if (operation === undefined) throw serviceError('UnknownOperationException', '');
    return toAnswer(200, await call(operation, parseBody(body)));
  } catch (error) {
    const { statusCode, body: errorBody } = toServiceError(error);
    return toAnswer(statusCode, errorBody);
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

function toAnswer(statusCode: number, value: Readonly<Record<string, unknown>>): DynamoDbAnswer {
  const body = JSON.stringify(value);
  return {
    statusCode,
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'content-length': String(Buffer.byteLength(body)),
      'x-amzn-requestid': randomUUID(),
      'x-amz-crc32': String(crc32(body)),
    },
    body,
  };
}
