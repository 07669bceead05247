/** One keep-alive connection in a closed loop: the next request leaves when the answer is there. */
import { connect } from 'node:net';
import { NONCE } from '../harness/contender.ts';
import type { HttpRequest } from '../harness/contender.ts';
import { createResponseReader } from './response-reader.ts';
import type { RawResponse } from './response-reader.ts';

export interface ClosedLoop {
  /** Ends the connection. */
  readonly end: () => void;
}

export interface ClosedLoopOptions {
  readonly port: number;
  readonly request: HttpRequest;
  /** Different for every request of all connections. */
  readonly nextNonce: () => number;
  readonly onAnswer: (response: RawResponse, latencyMs: number) => void;
  readonly onFailure: (error: Error) => void;
}

export function openClosedLoop(options: ClosedLoopOptions): ClosedLoop {
  const { port, request, nextNonce, onAnswer, onFailure } = options;
  const bytes = toBytes(request, port);
  const noncePosition = bytes.indexOf(NONCE);
  const readResponse = createResponseReader();
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let sentAt = 0;
  const send = () => {
    // A copy: the socket may still hold the bytes of the request before.
    const message = noncePosition < 0 ? bytes : Buffer.from(bytes);
    if (noncePosition >= 0) {
      message.write(String(nextNonce()), noncePosition, 'latin1');
    }
    sentAt = performance.now();
    socket.write(message);
  };
  socket.on('connect', send);
  socket.on('data', (piece) => {
    try {
      const response = readResponse(piece);
      if (response === undefined) return;
      onAnswer(response, performance.now() - sentAt);
      if (!socket.destroyed) send();
    } catch (error) {
      onFailure(error instanceof Error ? error : new Error(String(error)));
    }
  });
  socket.on('error', onFailure);
  socket.on('end', () => onFailure(new Error('the contender closed the connection')));
  return { end: () => socket.destroy() };
}

function toBytes({ path, headers, body }: HttpRequest, port: number): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}
