import { ConnectionState } from 'aws-amplify/api';
import { describe, expect, test } from 'vitest';
import { initialConnection, reduceConnection, type LiveConnection } from './live-connection.ts';

const after = (...states: ConnectionState[]): LiveConnection =>
  states.reduce(
    (current, state) => reduceConnection(current, { kind: 'state-changed', state }),
    initialConnection,
  );

describe('reduceConnection', () => {
  test('goes live without counting the first connection as a return', () => {
    expect(after(ConnectionState.Connecting, ConnectionState.Connected)).toEqual({
      status: 'live',
      attempt: 0,
      restoredCount: 0,
      refusal: undefined,
    });
  });

  test('says reconnecting until the connection is back, and counts the return', () => {
    const lost = [ConnectionState.Connected, ConnectionState.ConnectionDisrupted, ConnectionState.Connecting];
    expect(after(...lost).status).toBe('reconnecting');
    expect(after(...lost, ConnectionState.Connected)).toMatchObject({ status: 'live', restoredCount: 1 });
  });

  test('says offline while the network is away', () => {
    expect(after(ConnectionState.Connected, ConnectionState.ConnectedPendingNetwork).status).toBe('offline');
    expect(after(ConnectionState.ConnectionDisruptedPendingNetwork).status).toBe('offline');
  });

  test('does not report the pause between two pages as a loss', () => {
    const between = [
      ConnectionState.Connected,
      ConnectionState.ConnectedPendingDisconnect,
      ConnectionState.Disconnected,
    ];
    expect(after(...between).status).toBe('connecting');
    expect(after(...between, ConnectionState.Connecting, ConnectionState.Connected).restoredCount).toBe(0);
  });

  test('a retry opens the subscriptions afresh and forgets the refusal', () => {
    const refused = reduceConnection(initialConnection, { kind: 'refused', reason: 'Permission denied' });
    expect(refused.refusal).toBe('Permission denied');
    expect(reduceConnection(refused, { kind: 'retry-wanted' })).toMatchObject({
      attempt: 1,
      refusal: undefined,
    });
  });
});
