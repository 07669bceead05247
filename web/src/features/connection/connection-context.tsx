/** Provides the state of the live connection to the pages and loads everything again when it comes back. */
import { useQueryClient } from '@tanstack/react-query';
import { CONNECTION_STATE_CHANGE, ConnectionState } from 'aws-amplify/api';
import { Hub } from 'aws-amplify/utils';
import { createContext, useContext, useEffect, useMemo, useReducer, type ReactNode } from 'react';
import { isRecord } from '../../api/graphql-problem.ts';
import { initialConnection, reduceConnection, type LiveConnection } from './live-connection.ts';

/**
 * Milliseconds between own attempts while the connection is lost. Amplify tries again after 5 s and then only every
 * 60 s (api-graphql 4.10.1, RECONNECT_INTERVAL, checked 2026-11-21): too long for someone who watches.
 */
const RETRY_INTERVAL_MS = 8_000;

interface ConnectionControls {
  readonly connection: LiveConnection;
  readonly retry: () => void;
  readonly reportRefusal: (reason: string) => void;
}

const ConnectionContext = createContext<ConnectionControls | undefined>(undefined);

export function ConnectionProvider({ children }: { readonly children: ReactNode }) {
  const queryClient = useQueryClient();
  const [connection, dispatch] = useReducer(reduceConnection, initialConnection);

  useEffect(
    () =>
      Hub.listen('api', ({ payload }) => {
        if (payload.event !== CONNECTION_STATE_CHANGE || !isRecord(payload.data)) return;
        const state = Object.values(ConnectionState).find((known) => known === readState(payload.data));
        if (state !== undefined) dispatch({ kind: 'state-changed', state });
      }),
    [],
  );

  useEffect(() => {
    if (connection.restoredCount > 0) void queryClient.invalidateQueries();
  }, [connection.restoredCount, queryClient]);

  useEffect(() => {
    if (connection.status !== 'reconnecting') return undefined;
    const timer = setInterval(() => dispatch({ kind: 'retry-wanted' }), RETRY_INTERVAL_MS);
    return () => clearInterval(timer);
  }, [connection.status]);

  const controls = useMemo(
    () => ({
      connection,
      retry: () => dispatch({ kind: 'retry-wanted' }),
      reportRefusal: (reason: string) => dispatch({ kind: 'refused', reason }),
    }),
    [connection],
  );
  return <ConnectionContext value={controls}>{children}</ConnectionContext>;
}

function readState(data: unknown): unknown {
  return isRecord(data) ? data['connectionState'] : undefined;
}

export function useConnection(): ConnectionControls {
  const controls = useContext(ConnectionContext);
  if (controls === undefined) throw new Error('useConnection() needs a ConnectionProvider above it');
  return controls;
}
