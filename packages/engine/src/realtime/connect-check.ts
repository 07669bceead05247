/** Whether a client may open a connection: its sub-protocol, and the credential in whatever place it put it. */
import type { IncomingMessage } from 'node:http';
import type { Authorize, CredentialExpiry } from '../authorization/index.ts';
import { readSourceIp } from '../authorization/index.ts';
import { readConnectHeaders } from './connect-headers.ts';
import type { FrameError } from './server-frame.ts';

/** What is kept of the request that opens a connection; the request itself is let go. */
export interface ClientAddress {
  readonly remoteAddress: string;
  readonly sourceIp: readonly string[];
}

export type ConnectCheck =
  | { readonly ok: true; readonly expires: CredentialExpiry | undefined }
  | { readonly ok: false; readonly fault: FrameError };

export interface ConnectCheckServices {
  readonly authorize: Authorize;
  readonly newRequestId: () => string;
}

export function readClientAddress({ headers, socket }: IncomingMessage): ClientAddress {
  const { remoteAddress = 'unknown' } = socket;
  return { remoteAddress, sourceIp: readSourceIp(headers['x-forwarded-for'], socket.remoteAddress) };
}

export async function checkConnect(
  request: IncomingMessage,
  sourceIp: readonly string[],
  { authorize, newRequestId }: ConnectCheckServices,
): Promise<ConnectCheck> {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const connect = readConnectHeaders(query, request.headers);
  if (!connect.ok) {
    return { ok: false, fault: { errorType: connect.errorType, message: connect.message, errorCode: 400 } };
  }
  const requestId = newRequestId();
  const result = await authorize({ kind: 'connect', headers: connect.headers, sourceIp, requestId });
  if (result.kind === 'unauthorized') return { ok: false, fault: unauthorizedFault(result.message) };
  return { ok: true, expires: result.expires };
}

/** Recorded from the service, the qualified name of the exception included. */
export function unauthorizedFault(message: string): FrameError {
  const errorType = 'com.amazonaws.deepdish.graphql.auth#UnauthorizedException';
  return { errorType, message, errorCode: 400 };
}
