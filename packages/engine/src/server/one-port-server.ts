/** One port for plain text and TLS: the first byte of a connection tells which. Both share all handlers. */
import { once } from 'node:events';
import type { IncomingMessage, RequestListener, Server as HttpServer, ServerResponse } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { SelfSignedCertificate } from './certificate/self-signed-certificate.ts';
import type { ListenAddress } from './listen.ts';
import { listen } from './listen.ts';

export interface OnePortHandlers {
  readonly onRequest: RequestListener;
  readonly onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Asked once, when the first client speaks TLS. */
  readonly createCertificate: () => SelfSignedCertificate;
}

export interface OnePortServer {
  /** @returns the port; see `listen` for the errors */
  listen(address: ListenAddress): Promise<number>;
  /** Stops listening, lets answers that are under way finish for a moment, then cuts every connection. */
  close(): Promise<void>;
}

/** Content type of the first record of a TLS connection. RFC 8446, "Record Layer". */
const TLS_HANDSHAKE = 0x16;

/** Our choice: the whole engine has two seconds to stop. */
const CLOSE_GRACE_MS = 500;

export function createOnePortServer(handlers: OnePortHandlers): OnePortServer {
  const sockets = new Set<Socket>();
  const answers = new Set<ServerResponse>();
  const onRequest: RequestListener = (request, response) => {
    answers.add(response);
    response.on('close', () => answers.delete(response));
    handlers.onRequest(request, response);
  };
  const plain = createHttpServer(onRequest).on('upgrade', handlers.onUpgrade);
  let encrypted: HttpServer | undefined;

  function encryptedServer(): HttpServer {
    // The client that made a TLS fault learns it by itself; here nothing is to be done.
    encrypted ??= createHttpsServer(handlers.createCertificate(), onRequest)
      .on('upgrade', handlers.onUpgrade)
      .on('tlsClientError', () => undefined);
    return encrypted;
  }

  function assign(socket: Socket): void {
    const first = socket.read(1) as Buffer | null;
    if (first === null) {
      // The client closed without a word.
      socket.destroy();
      return;
    }
    socket.unshift(first);
    const server = first[0] === TLS_HANDSHAKE ? encryptedServer() : plain;
    server.emit('connection', socket);
  }

  // HTTP servers let a client half-close and send without delay; so must the server that stands in front of them.
  const front = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('readable', () => assign(socket));
  });

  return {
    listen: (address) => listen(front, address),
    async close() {
      const closed = once(front, 'close');
      front.close();
      const finished = [...answers].map((response) => once(response, 'close'));
      await Promise.race([Promise.all(finished), delay(CLOSE_GRACE_MS, undefined, { ref: false })]);
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
