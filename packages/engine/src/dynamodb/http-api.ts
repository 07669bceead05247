/** The HTTP APIs of DynamoDB and of its streams. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerRequest, MAX_REQUEST_BYTES } from './answer-request.ts';
import type { DynamoDb } from './contract.ts';

/** Answers one request, see answer-request.ts. */
export async function answerHttp(
  call: DynamoDb['call'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const body = await readBody(request);
    const target = request.method === 'POST' ? String(request.headers['x-amz-target']) : '';
    const answer = await answerRequest(call, { target, body });
    response.writeHead(answer.statusCode, answer.headers);
    response.end(answer.body);
  } catch {
    // The client went away while it was sending.
    response.destroy();
  }
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
