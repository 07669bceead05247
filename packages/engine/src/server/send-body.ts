/** Writes an answer: length, compression where the client asked for it, no body for HEAD. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { MAX_GZIP_BYTES, MIN_GZIP_BYTES } from './limits.ts';

const compress = promisify(gzip);

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** The content type as AppSync spells it. */
export const JSON_TYPE = 'application/json;charset=UTF-8';

/** Resolves when the answer is handed to the socket; a client that has gone away is not an error. */
export async function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: HttpAnswer,
): Promise<void> {
  const plain = typeof body === 'string' ? Buffer.from(body) : body;
  const isCompressed =
    acceptsGzip(request) && plain.length >= MIN_GZIP_BYTES && plain.length <= MAX_GZIP_BYTES;
  const bytes = isCompressed ? await compress(plain) : plain;
  response.writeHead(status, {
    ...headers,
    ...(isCompressed ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {}),
    'content-length': bytes.length,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** A JSON answer that must not be kept: it tells the state of this moment. */
export function jsonAnswer(status: number, value: unknown): HttpAnswer {
  const headers = { 'content-type': JSON_TYPE, 'cache-control': 'no-store' };
  return { status, headers, body: JSON.stringify(value) };
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(String(headers['accept-encoding'] ?? ''));
}
