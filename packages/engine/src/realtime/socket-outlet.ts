/** The way from a connection to its socket, with an end for clients that do not read. */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { MAX_BUFFERED_BYTES } from './limits.ts';
import type { Outlet } from './outlet.ts';
import type { WireText } from './text-frame.ts';
import { toWireText, writeTextFrame } from './text-frame.ts';

/** WebSocket close codes, RFC 6455, "Defined Status Codes"; AppSync's own choice is not documented. */
export const CLOSE_NORMAL = 1000;
export const CLOSE_GOING_AWAY = 1001;
export const CLOSE_POLICY_VIOLATION = 1008;

const NOTHING = toWireText('');

/**
 * @param socket - what carries the WebSocket; no extension may have been agreed on
 * @param onTooSlow - told once, when more than MAX_BUFFERED_BYTES wait for the client; the connection is cut then
 */
export function createSocketOutlet(webSocket: WebSocket, socket: Duplex, onTooSlow: () => void): Outlet {
  function sendData(head: WireText, tail: WireText): void {
    if (webSocket.readyState !== webSocket.OPEN) return;
    if (socket.writableLength > MAX_BUFFERED_BYTES) {
      onTooSlow();
      return webSocket.terminate();
    }
    writeTextFrame(socket, head, tail);
  }
  return {
    send: (frame) => sendData(toWireText(frame), NOTHING),
    sendData,
    close: () => webSocket.close(CLOSE_NORMAL),
  };
}
