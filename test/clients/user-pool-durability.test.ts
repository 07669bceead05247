/** A user pool under `--data`, as a process that is killed leaves it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAllModesAssembly } from '../../packages/engine/test/authorization/all-modes-assembly.ts';
import type { RunningServer } from '../support/command.ts';
import { startServer } from '../support/command.ts';
import { freePort } from '../support/free-port.ts';

const Password = 'correct horse';
const PEOPLE = Array.from({ length: 24 }, (_, index) => `person-${index}`);

/** Two starts of the command and dozens of key derivations, on a machine that is busy with other tests. */
const MAX_TEST_MS = 60_000;

let assembly = '';
const data = mkdtempSync(join(tmpdir(), 'tributary-data-'));
beforeAll(async () => {
  assembly = await writeAllModesAssembly('http://127.0.0.1:1');
});
afterAll(() => {
  rmSync(data, { recursive: true, force: true });
  rmSync(assembly, { recursive: true, force: true });
});

type Output = Readonly<Record<string, unknown>>;

async function start() {
  const port = String(await freePort());
  const server: RunningServer = await startServer([
    'run',
    '--assembly',
    assembly,
    '--data',
    data,
    '--port',
    port,
  ]);
  const get = async (path: string): Promise<unknown> => (await fetch(server.url + path)).json();
  const { auth } = (await get('/amplify_outputs.json')) as {
    auth: { user_pool_id: string; user_pool_client_id: string };
  };
  return {
    server,
    keySet: () => get(`/cognito-idp/${auth.user_pool_id}/.well-known/jwks.json`),
    async call(operation: string, input: Output): Promise<Output> {
      const response = await fetch(`${server.url}/cognito-idp/`, {
        method: 'POST',
        headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` },
        body: JSON.stringify({ ClientId: auth.user_pool_client_id, UserPoolId: auth.user_pool_id, ...input }),
      });
      return (await response.json()) as Output;
    },
  };
}

describe('a user pool that is kept', () => {
  it(
    'has every acknowledged sign-up, and its keys, after kill -9',
    async () => {
      const before = await start();
      const keys = await before.keySet();
      const acknowledged: string[] = [];
      const signUps = PEOPLE.map(async (Username) => {
        const { UserSub } = await before.call('SignUp', { Username, Password });
        if (UserSub === undefined) return;
        acknowledged.push(Username);
        // In the midst of the others.
        if (acknowledged.length === PEOPLE.length / 3) before.server.child.kill('SIGKILL');
      });
      await Promise.allSettled(signUps);
      await before.server.exited;
      expect(acknowledged.length).toBeGreaterThanOrEqual(PEOPLE.length / 3);

      const after = await start();
      try {
        expect(await after.keySet()).toEqual(keys);
        for (const USERNAME of acknowledged) {
          const AuthParameters = { USERNAME, PASSWORD: Password };
          const answer = await after.call('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
          expect(answer).toMatchObject({ AuthenticationResult: { TokenType: 'Bearer' } });
        }
      } finally {
        await after.server.stop();
      }
    },
    MAX_TEST_MS,
  );
});
