/** What a caller presents: its headers and, for modes that sign or judge the request itself, the request. */
import type { CredentialHeaders } from './credential.ts';

/** The GraphQL operation as the client wrote it. */
export interface RequestedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

interface Presented {
  /** Of the HTTP request, or the JSON object that real-time clients send in their place; lower-case names. */
  readonly headers: CredentialHeaders;
  readonly sourceIp: readonly string[];
  readonly requestId: string;
}

export type AuthorizationRequest =
  | (Presented & {
      readonly kind: 'http';
      readonly method: string;
      /** Path and query string as sent. */
      readonly target: string;
      readonly body: string;
      /** undefined when the body is no GraphQL request. */
      readonly operation: RequestedOperation | undefined;
    })
  /** A WebSocket opens. */
  | (Presented & { readonly kind: 'connect' })
  /** A subscription starts on an open WebSocket. */
  | (Presented & {
      readonly kind: 'start';
      /** `payload.data` as sent: JSON text. */
      readonly data: string;
      readonly operation: RequestedOperation;
    });
