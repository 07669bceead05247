/** `/graphql/realtime`: upgrades sockets, refuses strangers, keeps connections alive, ends them after a day. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Authorize } from '../authorization/index.ts';
import { readSourceIp } from '../authorization/index.ts';
import { readConnectHeaders, SUB_PROTOCOL } from './connect-headers.ts';
import type { ConnectionServices, RunningSubscription } from './connection.ts';
import { createConnection } from './connection.ts';
import * as limits from './limits.ts';
import type { FrameError } from './server-frame.ts';
import { connectionErrorFrame, KEEP_ALIVE_FRAME } from './server-frame.ts';

export interface RealtimeEndpointOptions extends Omit<ConnectionServices, 'authorize'> {
  readonly authorize: Authorize;
  readonly now: () => number;
  /** Times to change in tests; those of AppSync when absent. */
  readonly keepAliveIntervalMs?: number;
  readonly connectionLifetimeMs?: number;
}

/** For the console. */
export interface OpenSocket {
  readonly connectedAtEpochMs: number;
  readonly remoteAddress: string;
  readonly subscriptions: readonly RunningSubscription[];
}

export interface RealtimeEndpoint {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  openSockets(): readonly OpenSocket[];
  stop(): void;
}

/** WebSocket close codes, RFC 6455, "Defined Status Codes"; AppSync's own choice is not documented. */
const CLOSE_NORMAL = 1000;
const CLOSE_GOING_AWAY = 1001;
const CLOSE_POLICY_VIOLATION = 1008;

export function createRealtimeEndpoint(options: RealtimeEndpointOptions): RealtimeEndpoint {
  const sockets = new Map<WebSocket, () => OpenSocket>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.MAX_CLIENT_FRAME_BYTES,
    handleProtocols: (offered) => (offered.has(SUB_PROTOCOL) ? SUB_PROTOCOL : false),
  });

  /** @returns why the connection is refused; undefined when it is good */
  async function findFault(request: IncomingMessage): Promise<FrameError | undefined> {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const connect = readConnectHeaders(query, request.headers);
    if (!connect.ok) return { errorType: connect.errorType, message: connect.message, errorCode: 400 };
    const result = await options.authorize({
      kind: 'connect',
      headers: connect.headers,
      sourceIp: sourceIpOf(request),
      requestId: options.newRequestId(),
    });
    if (result.kind === 'authorized') return undefined;
    // Recorded from the service, the qualified name of the exception included.
    const errorType = 'com.amazonaws.deepdish.graphql.auth#UnauthorizedException';
    return { errorType, message: result.message, errorCode: 400 };
  }

  function open(socket: WebSocket, request: IncomingMessage): void {
    const remoteAddress = request.socket.remoteAddress ?? 'unknown';
    const sourceIp = sourceIpOf(request);
    const outlet = {
      send(frame: string): void {
        if (socket.readyState !== socket.OPEN) return;
        if (socket.bufferedAmount > limits.MAX_BUFFERED_BYTES) {
          options.warn(`A real-time client at ${remoteAddress} reads too slowly and was cut off.`);
          return socket.terminate();
        }
        socket.send(frame);
      },
      close: () => socket.close(CLOSE_NORMAL),
    };
    const connection = createConnection(outlet, {
      ...options,
      authorize: (frame, requestId) =>
        options.authorize({
          kind: 'start',
          headers: frame.headers,
          sourceIp,
          requestId,
          data: frame.data,
          operation: frame,
        }),
    });
    const connectedAtEpochMs = options.now();
    sockets.set(socket, () => ({
      connectedAtEpochMs,
      remoteAddress,
      subscriptions: connection.subscriptions(),
    }));
    const keepAlive = setInterval(
      () => outlet.send(KEEP_ALIVE_FRAME),
      options.keepAliveIntervalMs ?? limits.KEEP_ALIVE_INTERVAL_MS,
    );
    const lifetime = setTimeout(
      () => socket.close(CLOSE_GOING_AWAY),
      options.connectionLifetimeMs ?? limits.CONNECTION_LIFETIME_MS,
    );
    socket.on('message', (data: Buffer) => connection.receive(data.toString('utf8')));
    socket.on('close', () => {
      clearInterval(keepAlive);
      clearTimeout(lifetime);
      sockets.delete(socket);
      connection.end();
    });
  }

  return {
    handleUpgrade(request, socket, head) {
      // Until the WebSocket takes over, nobody else listens for a client that goes away.
      const ignore = (): void => undefined;
      socket.on('error', ignore);
      void findFault(request)
        .catch((error: unknown): FrameError => {
          options.warn(`A real-time connection failed to open: ${String(error)}`);
          return { errorType: 'InternalFailure', message: 'The connection failed to open.', errorCode: 500 };
        })
        .then((fault) => {
          socket.off('error', ignore);
          server.handleUpgrade(request, socket, head, (webSocket) => {
            webSocket.on('error', ignore); // bad frames and resets: ws closes the socket itself
            if (fault === undefined) open(webSocket, request);
            else refuse(webSocket, fault);
          });
        });
    },
    openSockets: () => [...sockets.values()].map((describe) => describe()),
    stop() {
      for (const socket of sockets.keys()) socket.close(CLOSE_GOING_AWAY);
      server.close();
    },
  };
}

function sourceIpOf({ headers, socket }: IncomingMessage): readonly string[] {
  return readSourceIp(headers['x-forwarded-for'], socket.remoteAddress);
}

/** Says why at the client's first frame: clients install their listeners before they send it, not before opening. */
function refuse(socket: WebSocket, fault: FrameError): void {
  const deadline = setTimeout(() => socket.terminate(), limits.REFUSED_CONNECTION_TIMEOUT_MS);
  socket.once('message', () => {
    socket.send(connectionErrorFrame(fault));
    socket.close(CLOSE_POLICY_VIOLATION);
  });
  socket.on('close', () => clearTimeout(deadline));
}
