/** Subscribes a component to live events for as long as it is on the page. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useEffectEvent } from 'react';
import type { Answer } from '../../api/request.ts';
import { subscribe } from '../../api/subscribe.ts';
import { useConnection } from './connection-context.tsx';

/** Calls `onEvent` for each event; opens the subscription again when variables change or a retry is wanted. */
export function useLiveEvents<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  onEvent: (event: Answer<Data>) => void,
): void {
  const { connection, reportRefusal } = useConnection();
  const deliver = useEffectEvent(onEvent);
  const refuse = useEffectEvent(reportRefusal);
  const open = useEffectEvent(() => subscribe(document, variables, { onEvent: deliver, onRefused: refuse }));
  const variablesKey = JSON.stringify(variables);
  useEffect(() => open(), [document, variablesKey, connection.attempt]);
}
