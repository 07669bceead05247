/** The published Amplify client in each of the five modes. */
import { Amplify } from 'aws-amplify';
import type { GraphQLResult, GraphQLSubscription } from 'aws-amplify/api';
import { generateClient } from 'aws-amplify/api';
import {
  confirmResetPassword,
  confirmSignUp,
  fetchAuthSession,
  fetchUserAttributes,
  resetPassword,
  signIn,
  signOut,
  signUp,
  updatePassword,
} from 'aws-amplify/auth';
import { parseAmplifyConfig } from 'aws-amplify/utils';
import { inspect } from 'node:util';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { WebSocket } from 'ws';
import { codeFor } from './code-for.ts';
import { LAMBDA_TOKEN } from './notes-application.ts';
import type { Answer, NotesClient } from './notes-client.ts';
import { expectFullUse } from './notes-client.ts';

type Credential =
  | { readonly authMode: 'apiKey' | 'iam' | 'userPool' | 'oidc' }
  | { readonly authMode: 'lambda'; readonly authToken: string };

const notes = inject('notes');

beforeAll(() => {
  // Node 20 has no WebSocket of its own.
  Object.assign(globalThis, { WebSocket });
});

function clientWith(credential: Credential): NotesClient {
  const client = generateClient();
  return {
    async send(query, variables = {}) {
      try {
        const result: unknown = await client.graphql({ query, variables, ...credential });
        return toAnswer(result as GraphQLResult);
      } catch (rejected) {
        // Amplify rejects with the whole answer when it has errors.
        return toAnswer(rejected as GraphQLResult);
      }
    },
    subscribe(query, variables, { next, error }) {
      const subscription = client
        .graphql<GraphQLSubscription<unknown>>({ query, variables, ...credential })
        .subscribe({
          next: ({ data }) => next(data),
          error: (fault: unknown) => error(inspect(fault, { depth: 6 })),
        });
      return () => subscription.unsubscribe();
    },
  };
}

function toAnswer({ data, errors = [] }: GraphQLResult): Answer {
  return { data, messages: errors.map(({ message }) => message) };
}

/** The outputs carry everything but the address of the user pool, which is added as `userPoolEndpoint`. */
function configureForUserPool(): void {
  const config = parseAmplifyConfig(notes.outputs);
  const { user_pool_id: userPoolId, user_pool_client_id: userPoolClientId } = notes.outputs.auth;
  const userPoolEndpoint = notes.outputs.custom.user_pool_endpoint;
  Amplify.configure({
    ...config,
    Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint } },
  });
}

describe('Amplify', () => {
  it('uses the API with an API key, configured by the outputs alone', async () => {
    Amplify.configure(notes.outputs);
    await expectFullUse(clientWith({ authMode: 'apiKey' }), {
      own: 'forKeys',
      others: ['forIam', 'forUsers', 'forOidc', 'forLambda'],
      refusedSubscription: 'onNoteForIam',
    });
  });

  it('uses the API with IAM credentials', async () => {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const credentialsProvider = {
      getCredentialsAndIdentityId: () => Promise.resolve({ credentials }),
      clearCredentialsAndIdentityId: () => undefined,
    };
    Amplify.configure(notes.outputs, { Auth: { credentialsProvider } });
    await expectFullUse(clientWith({ authMode: 'iam' }), {
      own: 'forIam',
      others: ['forKeys', 'forUsers', 'forOidc', 'forLambda'],
      refusedSubscription: 'onNoteForUsers',
    });
  });

  it('uses the API with a token of an OpenID Connect provider', async () => {
    const accessToken = { payload: {}, toString: () => notes.oidcToken };
    const tokenProvider = { getTokens: () => Promise.resolve({ accessToken }) };
    Amplify.configure(notes.outputs, { Auth: { tokenProvider } });
    await expectFullUse(clientWith({ authMode: 'oidc' }), {
      own: 'forOidc',
      others: ['forKeys', 'forIam', 'forUsers', 'forLambda'],
      refusedSubscription: 'onNoteForUsers',
    });
  });

  it('uses the API with a token for the Lambda authorizer', async () => {
    Amplify.configure(notes.outputs);
    await expectFullUse(clientWith({ authMode: 'lambda', authToken: LAMBDA_TOKEN }), {
      own: 'forLambda',
      others: ['forKeys', 'forIam', 'forUsers', 'forOidc', 'refusedByLambda'],
      refusedSubscription: 'onNoteForIam',
    });
    const stranger = clientWith({ authMode: 'lambda', authToken: 'let-me-out' });
    expect(await stranger.send('query Own { forLambda }')).toMatchObject({
      messages: ['Unauthorized'],
    });
  });

  it('signs up, confirms, signs in by SRP, renews, and uses the API as a user of the pool', async () => {
    configureForUserPool();
    const username = 'ann@example.com';
    const signedUp = await signUp({ username, password: 'Correct-horse-1' });
    expect(signedUp.nextStep).toMatchObject({
      signUpStep: 'CONFIRM_SIGN_UP',
      codeDeliveryDetails: { deliveryMedium: 'EMAIL', attributeName: 'email', destination: 'a***@e***' },
    });
    expect(await signIn({ username, password: 'Correct-horse-1' })).toMatchObject({
      isSignedIn: false,
      nextStep: { signInStep: 'CONFIRM_SIGN_UP' },
    });
    await expect(confirmSignUp({ username, confirmationCode: 'no code' })).rejects.toMatchObject({
      name: 'CodeMismatchException',
    });
    const confirmed = await confirmSignUp({ username, confirmationCode: await codeFor(username) });
    expect(confirmed).toMatchObject({ isSignUpComplete: true });
    await expect(signIn({ username, password: 'Wrong-horse-1' })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
    expect(await signIn({ username, password: 'Correct-horse-1' })).toMatchObject({ isSignedIn: true });
    expect(await fetchUserAttributes()).toMatchObject({ email: username, email_verified: 'true' });

    await expectFullUse(clientWith({ authMode: 'userPool' }), {
      own: 'forUsers',
      others: ['forKeys', 'forIam', 'forOidc', 'forLambda', 'forEditors'],
      refusedSubscription: 'onNoteForIam',
    });

    const before = (await fetchAuthSession()).tokens?.accessToken.payload.jti;
    const renewed = await fetchAuthSession({ forceRefresh: true });
    expect(renewed.tokens?.accessToken.payload.jti).toEqual(expect.not.stringMatching(before ?? '.'));
    await updatePassword({ oldPassword: 'Correct-horse-1', newPassword: 'Correct-horse-2' });
    await signOut();
    expect((await resetPassword({ username })).nextStep).toMatchObject({
      resetPasswordStep: 'CONFIRM_RESET_PASSWORD_WITH_CODE',
    });
    const confirmationCode = await codeFor(username);
    await confirmResetPassword({ username, confirmationCode, newPassword: 'Correct-horse-3' });
    await expect(signIn({ username, password: 'Correct-horse-2' })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
    expect(await signIn({ username, password: 'Correct-horse-3' })).toMatchObject({ isSignedIn: true });
    await signOut({ global: true });
  });
});
