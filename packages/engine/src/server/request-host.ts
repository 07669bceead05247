/** How the client reached us, for the addresses that we hand back. */
import type { IncomingMessage } from 'node:http';

const HOST = /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/;

/** @returns `host:port` as the client wrote it; localhost for a header that is no host */
export function requestHost({ headers }: IncomingMessage): string {
  return headers.host !== undefined && HOST.test(headers.host) ? headers.host : 'localhost';
}

export function isEncrypted({ socket }: IncomingMessage): boolean {
  return 'encrypted' in socket && socket.encrypted === true;
}
