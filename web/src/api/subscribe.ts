/** The one place that opens real-time subscriptions through the Amplify client. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { generateClient } from 'aws-amplify/api';
import { print } from 'graphql';
import { isRecord, parseProblems } from './graphql-problem.ts';
import { parseAnswer, type Answer } from './request.ts';

const client = generateClient();

/** What a subscriber is told. */
export interface EventListener<Data> {
  readonly onEvent: (event: Answer<Data>) => void;
  /** The subscription ended with this reason and will not deliver again. */
  readonly onRefused: (reason: string) => void;
}

/**
 * Subscribes until the returned function is called. Lost connections are reported by `connectionStates`, not here:
 * Amplify keeps the subscription and resumes it. Events without data (a payload that broke the schema) are dropped.
 */
export function subscribe<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  listener: EventListener<Data>,
): () => void {
  const events: unknown = client.graphql({ query: print(document), variables });
  if (!isSubscribable(events))
    throw new TypeError('subscribe() takes a document with a subscription operation');
  const subscription = events.subscribe({
    next: (payload) => {
      const event = parseEvent<Data>(payload);
      if (event !== undefined) listener.onEvent(event);
    },
    error: (failure) => listener.onRefused(describeRefusal(failure)),
  });
  return () => subscription.unsubscribe();
}

interface Subscribable {
  subscribe(observer: { next: (payload: unknown) => void; error: (failure: unknown) => void }): {
    unsubscribe(): void;
  };
}

function isSubscribable(value: unknown): value is Subscribable {
  return typeof value === 'object' && value !== null && 'subscribe' in value;
}

function parseEvent<Data>(payload: unknown): Answer<Data> | undefined {
  const hasData = isRecord(payload) && isRecord(payload['data']);
  const isEmpty = hasData && Object.values(payload['data'] as object).every((value) => value === null);
  return hasData && !isEmpty ? parseAnswer<Data>(payload) : undefined;
}

function describeRefusal(failure: unknown): string {
  const [problem] = parseProblems(isRecord(failure) ? failure['errors'] : undefined);
  return problem?.message ?? 'The API ended a live subscription.';
}
