/**
 * The live connection as a state machine. In: the connection states that Amplify reports and the user's wish to
 * try again. Out: what the badge shows, and counters that effects can hang on.
 */
import { ConnectionState } from 'aws-amplify/api';

export type LiveStatus = 'connecting' | 'live' | 'reconnecting' | 'offline';

export interface LiveConnection {
  readonly status: LiveStatus;
  /** Rises each time the subscriptions shall be opened afresh. */
  readonly attempt: number;
  /** Rises each time the connection comes back: what was loaded before may have missed events. */
  readonly restoredCount: number;
  /** Why the API refused a subscription; undefined while it has not. */
  readonly refusal: string | undefined;
}

export type LiveConnectionEvent =
  | { readonly kind: 'state-changed'; readonly state: ConnectionState }
  | { readonly kind: 'retry-wanted' }
  | { readonly kind: 'refused'; readonly reason: string };

export const initialConnection: LiveConnection = {
  status: 'connecting',
  attempt: 0,
  restoredCount: 0,
  refusal: undefined,
};

export function reduceConnection(current: LiveConnection, event: LiveConnectionEvent): LiveConnection {
  switch (event.kind) {
    case 'state-changed':
      return changeStatus(current, toLiveStatus(event.state, current.status));
    case 'retry-wanted':
      return { ...current, attempt: current.attempt + 1, refusal: undefined };
    case 'refused':
      return { ...current, refusal: event.reason };
  }
}

function changeStatus(current: LiveConnection, status: LiveStatus): LiveConnection {
  if (status === current.status) return current;
  const isRestored = status === 'live' && current.status !== 'connecting';
  return { ...current, status, restoredCount: current.restoredCount + (isRestored ? 1 : 0) };
}

/** What a state of Amplify's connection means to a reader, given what was shown before it. */
export function toLiveStatus(state: ConnectionState, previous: LiveStatus): LiveStatus {
  switch (state) {
    case ConnectionState.Connected:
      return 'live';
    case ConnectionState.Connecting:
    case ConnectionState.Disconnected:
    case ConnectionState.ConnectedPendingDisconnect:
      // Between two pages the last subscription closes before the next one opens: no loss to report.
      return previous === 'live' ? 'connecting' : previous;
    case ConnectionState.ConnectionDisrupted:
    case ConnectionState.ConnectedPendingKeepAlive:
      return 'reconnecting';
    case ConnectionState.ConnectedPendingNetwork:
    case ConnectionState.ConnectionDisruptedPendingNetwork:
      return 'offline';
  }
}
