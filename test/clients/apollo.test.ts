/**
 * Apollo Client with AWS's links for AppSync, as published: `aws-appsync-auth-link`, `aws-appsync-subscription-link`.
 * With AWS_IAM as CommonJS modules: version 4.0.2 of the former can't sign as an ES module in Node ("Sha256 is not a
 * constructor").
 */
import * as apollo from '@apollo/client/core';
import type { ApolloLink } from '@apollo/client/core';
import type { AuthOptions } from 'aws-appsync-auth-link';
import * as authLink from 'aws-appsync-auth-link';
import * as subscriptionLink from 'aws-appsync-subscription-link';
import { parse } from 'graphql';
import { createRequire } from 'node:module';
import { inspect } from 'node:util';
import { beforeAll, describe, inject, it } from 'vitest';
import { WebSocket } from 'ws';
import { LAMBDA_TOKEN } from './notes-application.ts';
import type { NotesClient } from './notes-client.ts';
import { expectFullUse } from './notes-client.ts';

const notes = inject('notes');

beforeAll(() => {
  // Node 20 has no WebSocket of its own.
  Object.assign(globalThis, { WebSocket });
});

interface Packages {
  readonly apollo: typeof apollo;
  readonly authLink: typeof authLink;
  readonly subscriptionLink: typeof subscriptionLink;
}

const ES_MODULES: Packages = { apollo, authLink, subscriptionLink };

function commonJsModules(): Packages {
  const require = createRequire(import.meta.url);
  return {
    apollo: require('@apollo/client/core') as typeof apollo,
    authLink: require('aws-appsync-auth-link') as typeof authLink,
    subscriptionLink: require('aws-appsync-subscription-link') as typeof subscriptionLink,
  };
}

function clientWith(auth: AuthOptions, packages: Packages = ES_MODULES): NotesClient {
  const { CombinedGraphQLErrors } = packages.apollo;
  // Of `http://host/graphql` the link makes `ws://host/graphql/realtime`, as of every address outside amazonaws.com.
  const options = { url: `${notes.url}/graphql`, region: 'us-east-1', auth };
  // Their types name Apollo Client as a CommonJS module, of which the links here are the ES module twins.
  const links: readonly unknown[] = [
    packages.authLink.createAuthLink(options),
    packages.subscriptionLink.createSubscriptionHandshakeLink(options),
  ];
  const client = new packages.apollo.ApolloClient({
    link: packages.apollo.ApolloLink.from(links as ApolloLink[]),
    cache: new packages.apollo.InMemoryCache(),
    // Apollo Client names itself in the body; AWS's link signs the body without that.
    enhancedClientAwareness: { transport: false },
  });
  return {
    async send(text, variables = {}) {
      const document = parse(text);
      const isMutation = text.startsWith('mutation');
      const result = isMutation
        ? await client.mutate({ mutation: document, variables, fetchPolicy: 'no-cache', errorPolicy: 'all' })
        : await client.query({ query: document, variables, fetchPolicy: 'no-cache', errorPolicy: 'all' });
      const errors = CombinedGraphQLErrors.is(result.error) ? result.error.errors : [];
      return { data: result.data, messages: errors.map(({ message }) => message) };
    },
    subscribe(text, variables, { next, error }) {
      const subscription = client
        .subscribe({ query: parse(text), variables, fetchPolicy: 'no-cache' })
        .subscribe(({ data, error: fault }) => {
          if (fault !== undefined) error(inspect(fault, { depth: 6 }));
          else next(data);
        });
      return () => subscription.unsubscribe();
    },
  };
}

describe('Apollo Client', () => {
  it('uses the API with an API key', async () => {
    await expectFullUse(clientWith({ type: 'API_KEY', apiKey: notes.outputs.data.api_key }), {
      own: 'forKeys',
      others: ['forIam', 'forUsers', 'forOidc', 'forLambda'],
      refusedSubscription: 'onNoteForUsers',
    });
  });

  it('uses the API with the local IAM credentials', async () => {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    await expectFullUse(clientWith({ type: 'AWS_IAM', credentials }, commonJsModules()), {
      own: 'forIam',
      others: ['forKeys', 'forUsers', 'forOidc', 'forLambda'],
      refusedSubscription: 'onNoteForUsers',
    });
  });

  it('uses the API with a token of an OpenID Connect provider', async () => {
    await expectFullUse(clientWith({ type: 'OPENID_CONNECT', jwtToken: notes.oidcToken }), {
      own: 'forOidc',
      others: ['forKeys', 'forIam', 'forUsers', 'forLambda'],
      refusedSubscription: 'onNoteForIam',
    });
  });

  it('uses the API with a token for the Lambda authorizer', async () => {
    await expectFullUse(clientWith({ type: 'AWS_LAMBDA', token: LAMBDA_TOKEN }), {
      own: 'forLambda',
      others: ['forKeys', 'forIam', 'refusedByLambda'],
      refusedSubscription: 'onNoteForIam',
    });
  });
});
