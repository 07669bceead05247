/** `/graphql/realtime`: upgrades sockets, refuses strangers, keeps connections alive, ends them after a day. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Authorize, CredentialExpiry } from '../authorization/index.ts';
import type { ClientAddress, ConnectCheck } from './connect-check.ts';
import { checkConnect, readClientAddress, unauthorizedFault } from './connect-check.ts';
import { SUB_PROTOCOL } from './connect-headers.ts';
import type { RunningSubscription, SubscriptionServices } from './connection-subscriptions.ts';
import { createConnection } from './connection.ts';
import type { DeadlineClock } from './deadlines.ts';
import { createDeadlines, repeatByInterval } from './deadlines.ts';
import * as limits from './limits.ts';
import type { FrameError } from './server-frame.ts';
import { connectionErrorFrame, KEEP_ALIVE_FRAME } from './server-frame.ts';
import { CLOSE_GOING_AWAY, CLOSE_POLICY_VIOLATION, createSocketOutlet } from './socket-outlet.ts';

export interface RealtimeEndpointOptions extends Omit<SubscriptionServices, 'authorize' | 'deadlines'> {
  readonly authorize: Authorize;
  readonly now: () => number;
  /** To make time pass in tests; an interval timer when absent. */
  readonly repeat?: DeadlineClock['repeat'];
}

/** For the console. */
export interface OpenSocket {
  readonly connectedAtEpochMs: number;
  readonly remoteAddress: string;
  readonly subscriptions: readonly RunningSubscription[];
}

export interface RealtimeEndpoint {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** The latest ones, MAX_LISTED_SOCKETS at most, oldest first. */
  openSockets(): readonly OpenSocket[];
  openSocketCount(): number;
  stop(): void;
}

export function createRealtimeEndpoint(options: RealtimeEndpointOptions): RealtimeEndpoint {
  const { now, warn, repeat = repeatByInterval } = options;
  const sockets = new Map<WebSocket, () => OpenSocket>();
  const deadlines = createDeadlines({ now, repeat });
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.MAX_CLIENT_FRAME_BYTES,
    perMessageDeflate: false, // frames are written as they are, see text-frame.ts
    handleProtocols: (offered) => (offered.has(SUB_PROTOCOL) ? SUB_PROTOCOL : false),
  });

  async function check(request: IncomingMessage, client: ClientAddress): Promise<ConnectCheck> {
    try {
      return await checkConnect(request, client.sourceIp, options);
    } catch (error) {
      warn(`A real-time connection failed to open: ${String(error)}`);
      const message = 'The connection failed to open.';
      return { ok: false, fault: { errorType: 'InternalFailure', message, errorCode: 500 } };
    }
  }

  function open(
    webSocket: WebSocket,
    socket: Duplex,
    { remoteAddress, sourceIp, expires }: ClientAddress & { readonly expires: CredentialExpiry | undefined },
  ): void {
    const outlet = createSocketOutlet(webSocket, socket, () =>
      warn(`A real-time client at ${remoteAddress} reads too slowly and was cut off.`),
    );
    const connection = createConnection(outlet, {
      ...options,
      deadlines,
      authorize: ({ headers, data, query, variables, operationName }, requestId) => {
        const operation = { query, variables, operationName };
        return options.authorize({ kind: 'start', headers, sourceIp, requestId, data, operation });
      },
    });
    const connectedAtEpochMs = now();
    sockets.set(webSocket, () => ({
      connectedAtEpochMs,
      remoteAddress,
      subscriptions: connection.subscriptions(),
    }));

    let cancelKeepAlive = (): void => undefined;
    const scheduleKeepAlive = (): void => {
      cancelKeepAlive = deadlines.at(now() + limits.KEEP_ALIVE_INTERVAL_MS, () => {
        outlet.send(KEEP_ALIVE_FRAME);
        scheduleKeepAlive();
      });
    };
    scheduleKeepAlive();
    const cancelEnd = deadlines.at(connectedAtEpochMs + limits.CONNECTION_LIFETIME_MS, () =>
      webSocket.close(CLOSE_GOING_AWAY),
    );
    // Differs or unconfirmed: AWS documents no end of a connection with its credential, only the one after a day.
    const cancelExpiry =
      expires &&
      deadlines.at(expires.atEpochMs, () => {
        outlet.send(connectionErrorFrame(unauthorizedFault(expires.message)));
        webSocket.close(CLOSE_POLICY_VIOLATION);
      });
    webSocket.on('message', (data: Buffer, isBinary) =>
      isBinary ? connection.receiveBinary() : connection.receive(data.toString('utf8')),
    );
    webSocket.on('close', () => {
      for (const cancel of [cancelKeepAlive, cancelEnd, cancelExpiry]) cancel?.();
      sockets.delete(webSocket);
      connection.end();
    });
  }

  return {
    handleUpgrade(request, socket, head) {
      // Until the WebSocket takes over, nobody else listens for a client that goes away.
      socket.on('error', ignore);
      const client = readClientAddress(request);
      void check(request, client).then((checked) => {
        socket.off('error', ignore);
        server.handleUpgrade(request, socket, head, (webSocket) => {
          webSocket.on('error', ignore); // bad frames and resets: ws closes the socket itself
          if (checked.ok) open(webSocket, socket, { ...client, expires: checked.expires });
          else refuse(webSocket, checked.fault);
        });
      });
    },
    openSockets: () => [...sockets.values()].slice(-limits.MAX_LISTED_SOCKETS).map((describe) => describe()),
    openSocketCount: () => sockets.size,
    stop() {
      deadlines.stop();
      for (const webSocket of sockets.keys()) webSocket.close(CLOSE_GOING_AWAY);
      server.close();
    },
  };
}

function ignore(): void {
  // Nothing to do: the close that follows cleans up.
}

/** Says why at the client's first frame: clients install their listeners before they send it, not before opening. */
function refuse(webSocket: WebSocket, fault: FrameError): void {
  const deadline = setTimeout(() => webSocket.terminate(), limits.REFUSED_CONNECTION_TIMEOUT_MS);
  webSocket.once('message', () => {
    webSocket.send(connectionErrorFrame(fault));
    webSocket.close(CLOSE_POLICY_VIOLATION);
  });
  webSocket.on('close', () => clearTimeout(deadline));
}
