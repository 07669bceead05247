/** The published Amplify client in every mode: sign-up, sign-in, query, mutation and subscription. */
import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/api';
import type { GraphQLSubscription } from 'aws-amplify/api';
import { fetchAuthSession, fetchUserAttributes, signIn, signOut, signUp } from 'aws-amplify/auth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { AllModesEngine } from './start-all-modes-engine.ts';
import { REGION, startAllModesEngine } from './start-all-modes-engine.ts';

type AuthMode = 'apiKey' | 'iam' | 'userPool' | 'oidc' | 'lambda';

describe('aws-amplify in all modes', () => {
  let engine: AllModesEngine;
  const hadWebSocket = Object.getOwnPropertyDescriptor(globalThis, 'WebSocket');

  const configure = (auth: 'pool' | 'keys' | 'oidc') => {
    const { userPoolId, clientId } = engine.pool;
    const { url } = engine.engine;
    const userPoolEndpoint = `${url}/cognito-idp/`;
    const Cognito = { userPoolId, userPoolClientId: clientId, userPoolEndpoint };
    // Upper case, so that the client does not ask for an encrypted WebSocket.
    const endpoint = `${url.replace('http:', 'HTTP:')}/graphql`;
    const GraphQL = { endpoint, region: REGION, defaultAuthMode: 'apiKey', apiKey: 'da2-test' } as const;
    if (auth === 'pool') return Amplify.configure({ API: { GraphQL }, Auth: { Cognito } });
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const credentialsProvider = {
      getCredentialsAndIdentityId: () => Promise.resolve({ credentials }),
      clearCredentialsAndIdentityId: () => undefined,
    };
    const token = engine.provider.token();
    const accessToken = { payload: {}, toString: () => token };
    const tokenProvider = { getTokens: () => Promise.resolve({ accessToken }) };
    const Auth = auth === 'keys' ? { credentialsProvider } : { tokenProvider };
    return Amplify.configure({ API: { GraphQL } }, { Auth });
  };

  /** Subscribes, rings until the bell is heard, and gives what came. */
  const ring = async (authMode: AuthMode): Promise<unknown> => {
    const credential = { authMode, ...(authMode === 'lambda' ? { authToken: 'let-me-in' } : {}) };
    const client = generateClient();
    const heard: unknown[] = [];
    const query = 'subscription { onRing { id forIam } }';
    const subscription = client
      .graphql<GraphQLSubscription<unknown>>({ query, variables: {}, ...credential })
      .subscribe({
        next: ({ data }) => void heard.push(data),
        error: (error: unknown) => void heard.push(error),
      });
    await expect
      .poll(
        async () => {
          const mutation = 'mutation { ring(id: 7) { id forIam } }';
          // Most callers may not see every field: Amplify rejects the answer, the bell rings all the same.
          await Promise.allSettled([client.graphql({ query: mutation, ...credential })]);
          return heard.length;
        },
        { timeout: 10_000, interval: 200 },
      )
      .toBeGreaterThan(0);
    subscription.unsubscribe();
    return heard[0];
  };

  beforeAll(async () => {
    Object.defineProperty(globalThis, 'WebSocket', { value: WebSocket, configurable: true, writable: true });
    engine = await startAllModesEngine();
  });

  afterAll(async () => {
    await engine.stop();
    if (hadWebSocket === undefined) Reflect.deleteProperty(globalThis, 'WebSocket');
    else Object.defineProperty(globalThis, 'WebSocket', hadWebSocket);
  });

  it('signs up, signs in by SRP, renews and signs out at the local user pool', async () => {
    configure('pool');
    const options = { userAttributes: { email: 'eve@example.com' } };
    const signedUp = await signUp({ username: 'eve', password: 'correct horse', options });
    expect(signedUp).toMatchObject({ isSignUpComplete: true });
    await expect(signIn({ username: 'eve', password: 'wrong horse' })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
    const signedIn = await signIn({ username: 'eve', password: 'correct horse' });
    expect(signedIn).toMatchObject({ isSignedIn: true });
    expect(await fetchUserAttributes()).toMatchObject({ email: 'eve@example.com', email_verified: 'true' });
    const before = (await fetchAuthSession()).tokens?.accessToken.payload.jti;
    const after = (await fetchAuthSession({ forceRefresh: true })).tokens?.accessToken.payload.jti;
    expect(after).not.toBe(before);
    const answer: unknown = await generateClient({ authMode: 'userPool' }).graphql({ query: '{ byPool }' });
    expect(answer).toMatchObject({ data: { byPool: 'pool' } });
    expect(await ring('userPool')).toEqual({ onRing: { id: '7', forIam: null } });
    await signOut();
  });

  it('calls with an API key and with a token for the Lambda authorizer', async () => {
    configure('pool');
    expect(await ring('apiKey')).toEqual({ onRing: { id: '7', forIam: null } });
    expect(await ring('lambda')).toEqual({ onRing: { id: '7', forIam: null } });
  });

  it('D35 signs requests, the connection and each subscription with the local key', async () => {
    configure('keys');
    const answer: unknown = await generateClient({ authMode: 'iam' }).graphql({ query: '{ byIam }' });
    expect(answer).toMatchObject({ data: { byIam: 'iam' } });
    expect(await ring('iam')).toEqual({ onRing: { id: '7', forIam: 'secret' } });
  });

  it('calls with a token of an OpenID Connect provider', async () => {
    configure('oidc');
    const answer: unknown = await generateClient({ authMode: 'oidc' }).graphql({ query: '{ byOidc }' });
    expect(answer).toMatchObject({ data: { byOidc: 'oidc' } });
    expect(await ring('oidc')).toEqual({ onRing: { id: '7', forIam: null } });
  });
});
