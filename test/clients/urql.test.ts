/** urql with its own exchanges; subscriptions by a plain function that speaks AppSync's protocol. */
import { Client, createRequest, fetchExchange, subscriptionExchange } from '@urql/core';
import type { ExecutionResult } from '@urql/core';
import { inspect } from 'node:util';
import { describe, inject, it } from 'vitest';
import type { AppSyncEndpoint } from './appsync-subscriber.ts';
import { subscribeOverAppSync } from './appsync-subscriber.ts';
import type { NotesClient } from './notes-client.ts';
import { expectFullUse } from './notes-client.ts';

const notes = inject('notes');

function clientWith(headers: Readonly<Record<string, string>>): NotesClient {
  const { host } = new URL(notes.url);
  const endpoint: AppSyncEndpoint = { url: `${notes.url}/graphql`, headers: { ...headers, host } };
  const client = new Client({
    url: endpoint.url,
    preferGetMethod: false,
    fetchOptions: { headers },
    requestPolicy: 'network-only',
    exchanges: [
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => {
            const unsubscribe = subscribeOverAppSync(
              endpoint,
              { query, variables },
              {
                next: (result) => sink.next(result as ExecutionResult),
                error: (payload) => sink.error(payload),
              },
            );
            return { unsubscribe };
          },
        }),
      }),
    ],
  });
  return {
    async send(text, variables = {}) {
      const request = createRequest(text, variables);
      const operation = text.startsWith('mutation') ? 'mutation' : 'query';
      const { data, error } = await client.executeRequestOperation(
        client.createRequestOperation(operation, request),
      );
      return { data, messages: error?.graphQLErrors.map(({ message }) => message) ?? [] };
    },
    subscribe(text, variables, { next, error }) {
      const { unsubscribe } = client.subscription(text, variables).subscribe((result) => {
        if (result.error !== undefined) error(inspect(result.error, { depth: 6 }));
        else next(result.data);
      });
      return unsubscribe;
    },
  };
}

describe('urql', () => {
  it('uses the API with an API key', async () => {
    await expectFullUse(clientWith({ 'x-api-key': notes.outputs.data.api_key }), {
      own: 'forKeys',
      others: ['forIam', 'forUsers', 'forOidc', 'forLambda'],
      refusedSubscription: 'onNoteForUsers',
    });
  });

  it('uses the API with a token of an OpenID Connect provider', async () => {
    await expectFullUse(clientWith({ Authorization: notes.oidcToken }), {
      own: 'forOidc',
      others: ['forKeys', 'forIam', 'forUsers', 'forLambda'],
      refusedSubscription: 'onNoteForIam',
    });
  });
});
