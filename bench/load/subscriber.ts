/** One subscribed connection in AppSync's real-time protocol, on a bare socket: as cheap as a client can be. */
import { randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { createFrameReader, textFrame } from './frame-reader.ts';
import type { SocketJob } from './socket-job.ts';

const HANDSHAKE_END = '\r\n\r\n';
/** Shared by all sockets: what arrives is looked at before the next one is read. */
const RECEIVED = Buffer.alloc(256 * 1024);

export interface Subscriber {
  readonly close: () => void;
}

/**
 * Connects and subscribes.
 * @param onEvent - called with the bytes of each `data` frame, which are only valid during the call
 * @param onFailure - called when the connection ends or breaks the protocol later on
 */
export function openSubscriber(
  job: Pick<SocketJob, 'port' | 'apiKey' | 'subscription'>,
  onEvent: (frame: Buffer) => void,
  onFailure: (error: Error) => void,
): Promise<Subscriber> {
  return new Promise((resolve, reject) => {
    const host = `127.0.0.1:${job.port}`;
    const authorization = { host, 'x-api-key': job.apiKey };
    let handshake: string | undefined = '';
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
      onFailure(error);
    };
    const readFrames = createFrameReader((frame) => {
      if (frame.includes('"type":"data"')) return onEvent(frame);
      const { type } = JSON.parse(frame.toString()) as { type: string };
      switch (type) {
        case 'connection_ack':
          socket.write(textFrame(startMessage(job, authorization)));
          return;
        case 'start_ack':
          resolve({ close: () => socket.destroy() });
          return;
        case 'ka':
          return;
        default:
          fail(new Error(`unexpected frame ${frame.toString()}`));
      }
    });
    const onBytes = (bytes: Buffer) => {
      if (handshake === undefined) return readFrames(bytes);
      handshake += bytes.toString('latin1');
      const end = handshake.indexOf(HANDSHAKE_END);
      if (end < 0) return;
      if (!handshake.startsWith('HTTP/1.1 101')) return fail(new Error(`no WebSocket: ${handshake}`));
      const early = Buffer.from(handshake.slice(end + HANDSHAKE_END.length), 'latin1');
      handshake = undefined;
      socket.write(textFrame('{"type":"connection_init"}'));
      if (early.length > 0) readFrames(early);
    };
    const onread = {
      buffer: RECEIVED,
      callback: (size: number) => {
        try {
          onBytes(RECEIVED.subarray(0, size));
        } catch (error) {
          fail(error instanceof Error ? error : new Error(String(error)));
        }
        return true;
      },
    };
    const socket = connect({ port: job.port, host: '127.0.0.1', noDelay: true, onread });
    socket.on('error', fail);
    socket.on('end', () => fail(new Error('the contender closed a WebSocket')));
    socket.write(upgradeRequest(host, authorization));
  });
}

function startMessage({ subscription }: Pick<SocketJob, 'subscription'>, authorization: object): string {
  const payload = { data: JSON.stringify(subscription), extensions: { authorization } };
  return JSON.stringify({ id: randomUUID(), type: 'start', payload });
}

function upgradeRequest(host: string, authorization: object): string {
  const header = Buffer.from(JSON.stringify(authorization)).toString('base64url');
  const lines = [
    'GET /graphql/realtime HTTP/1.1',
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    `Sec-WebSocket-Protocol: graphql-ws, header-${header}`,
  ];
  return lines.join('\r\n') + HANDSHAKE_END;
}
