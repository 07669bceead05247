/**
 * Where a connecting client puts its credential: a `header-` entry among the sub-protocols (current Amplify), the
 * query parameter `header` (older clients), or real HTTP headers. The first that is present counts.
 * See AppSync developer guide, "Building a real-time WebSocket client", handshake details.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { isRecord } from '../model/is-record.ts';
import { lowerCaseHeaders } from './lower-case-headers.ts';

export const SUB_PROTOCOL = 'graphql-ws';

export type ConnectHeaders =
  | { readonly ok: true; readonly headers: Readonly<Record<string, string | string[] | undefined>> }
  | { readonly ok: false; readonly errorType: string; readonly message: string };

export function readConnectHeaders(query: URLSearchParams, headers: IncomingHttpHeaders): ConnectHeaders {
  const subProtocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((entry) => entry.trim());
  if (!subProtocols.includes(SUB_PROTOCOL)) {
    return {
      ok: false,
      errorType: 'NoProtocolError',
      message: `The sub-protocol ${SUB_PROTOCOL} is missing.`,
    };
  }
  const prefix = 'header-';
  const encoded =
    subProtocols.find((entry) => entry.startsWith(prefix))?.slice(prefix.length) ?? query.get('header');
  if (encoded === null) return { ok: true, headers };
  const decoded = decode(encoded);
  return decoded === undefined
    ? { ok: false, errorType: 'BadRequestException', message: 'The header is not base64 of a JSON object.' }
    : { ok: true, headers: decoded };
}

/** Node reads both base64 alphabets, with and without padding; a `+` that a URL parser made a blank is put back. */
function decode(encoded: string): Readonly<Record<string, string>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded.replaceAll(' ', '+'), 'base64').toString('utf8'));
    return isRecord(value) ? lowerCaseHeaders(value) : undefined;
  } catch {
    return undefined;
  }
}
