/** Fields that ask for scopes and policies, and callers with tokens of an OpenID Connect provider, over HTTP. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, formatDiagnostic } from '@tributary/compiler';
import { startEngine } from '@tributary/engine';
import type { RunningEngine } from '@tributary/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOpenIdProvider } from '../packages/engine/test/authorization/open-id-provider.ts';
import type { OpenIdProvider } from '../packages/engine/test/authorization/open-id-provider.ts';
import { writeAssembly } from './src/write-assembly.ts';

const FOLDER = join(import.meta.dirname, 'access');
const subgraphs = ['people', 'audit'].map((name) => {
  const file = `access/${name}.graphql`;
  const sdl = readFileSync(join(FOLDER, `${name}.graphql`), 'utf8');
  const source = { kind: 'lambda', name, sdl, file, maxBatchSize: 100, resolvers: [] } as const;
  return { name, source, module: join(FOLDER, `${name}.mjs`) };
});

let provider: OpenIdProvider;
let engine: RunningEngine;
const directory = mkdtempSync(join(tmpdir(), 'tributary-access-'));

beforeAll(async () => {
  provider = await startOpenIdProvider();
  const compiled = compile(subgraphs.map(({ source }) => source));
  if (!compiled.ok) throw new Error(compiled.error.map((one) => formatDiagnostic(one)).join('\n\n'));
  const authentication = {
    AuthenticationType: 'OPENID_CONNECT',
    OpenIDConnectConfig: { Issuer: provider.issuer },
  };
  await writeAssembly(directory, compiled.value, { subgraphs, environment: {}, authentication });
  engine = await startEngine({
    assemblyDirectory: directory,
    port: 0,
    host: '127.0.0.1',
    apiKey: 'da2-conformance',
    log: () => undefined,
  });
});
afterAll(async () => {
  await engine.stop();
  await provider.stop();
  rmSync(directory, { recursive: true, force: true });
});

interface Answer {
  readonly data: unknown;
  readonly errors?: readonly { readonly path: readonly (string | number)[] }[];
}

/** The answer for a caller whose token has these claims. */
async function ask(query: string, claims: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  const response = await fetch(`${engine.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: provider.token(claims) },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as Answer;
  const inOrder = errors?.toSorted((a, b) => (a.path.join('.') < b.path.join('.') ? -1 : 1));
  return inOrder === undefined ? { data } : { data, errors: inOrder };
}

const refused = (...path: readonly (string | number)[]) => ({
  path,
  data: null,
  errorType: 'UNAUTHORIZED_FIELD_OR_TYPE',
  errorInfo: null,
  locations: expect.any(Array) as unknown,
  message: 'Unauthorized field or type',
});

describe('fields of the items of a list', () => {
  const query = '{ users { name email score } }';

  it('are null one by one, with an error at each', async () => {
    const user = (name: string) => ({ name, email: null, score: null });
    expect(await ask(query, { scope: 'users:read' })).toEqual({
      data: { users: [user('User 1'), user('User 2')] },
      errors: [0, 1].flatMap((at) => [refused('users', at, 'email'), refused('users', at, 'score')]),
    });
  });

  it.each([
    ['all scopes of one list', { scope: 'users:read email:read audit' }],
    ['the other list', { scp: ['admin', 'audit'] }],
  ])('are read with %s', async (_, claims) => {
    const user = (id: string) => ({ name: `User ${id}`, email: `${id}@example.com`, score: 7 });
    expect(await ask(query, claims)).toEqual({ data: { users: [user('1'), user('2')] } });
  });
});

describe('a non-null field', () => {
  it('takes the object around it along', async () => {
    const { data, errors } = await ask('{ admin { notes } users { pin } }', { scope: 'admin' });
    expect(data).toBeNull();
    expect(errors).toContainEqual(refused('users', 0, 'pin'));
  });

  it('is read under a policy', async () => {
    expect(await ask('{ users { pin } }', { policies: ['security'] })).toEqual({
      data: { users: [{ pin: 'pin 1' }, { pin: 'pin 2' }] },
    });
  });
});

describe('fields below a field with arguments', () => {
  const query = '{ users { logins(first: 1) { at address } } }';

  it('are refused where they stand', async () => {
    expect(await ask(query)).toEqual({
      data: { users: Array.from({ length: 2 }, () => ({ logins: [{ at: '09:00', address: null }] })) },
      errors: [0, 1].map((at) => refused('users', at, 'logins', 0, 'address')),
    });
  });

  it('are read under the policy', async () => {
    const logins = [{ at: '09:00', address: '10.0.0.1' }];
    expect(await ask(query, { policies: ['security', 'other'] })).toEqual({
      data: { users: [{ logins }, { logins }] },
    });
  });
});

describe('fields of interfaces and unions', () => {
  const query = `{
    documents { title ... on Letter { body } }
    latest { ... on Bill { paid } ... on Letter { title } }
  }`;

  it('ask for what the object type asks for', async () => {
    expect(await ask(query)).toEqual({
      data: {
        documents: [{ title: 'A letter', body: null }, { title: null }],
        latest: [{ paid: null }, { title: 'A letter' }],
      },
      errors: [
        refused('documents', 0, 'body'),
        refused('documents', 1, 'title'),
        refused('latest', 0, 'paid'),
      ],
    });
  });

  it('are read with scopes and policies', async () => {
    expect(await ask(query, { scope: 'letters:read audit', policies: ['audit'] })).toEqual({
      data: {
        documents: [{ title: 'A letter', body: 'Dear all' }, { title: 'A bill' }],
        latest: [{ paid: true }, { title: 'A letter' }],
      },
    });
  });
});

describe('root fields', () => {
  it('of a guarded type are null without the scope', async () => {
    expect(await ask('{ admin { notes } }')).toEqual({ data: { admin: null }, errors: [refused('admin')] });
    expect(await ask('{ admin { notes } }', { scope: 'admin' })).toEqual({
      data: { admin: { notes: ['a note'] } },
    });
  });

  it('of mutations are refused, and run with the scope', async () => {
    const mutation = 'mutation { rename(id: "1", name: "Ada") { name } }';
    expect(await ask(mutation, { scope: 'users:read' })).toEqual({
      data: { rename: null },
      errors: [refused('rename')],
    });
    expect(await ask(mutation, { scope: 'users:write' })).toEqual({ data: { rename: { name: 'Ada' } } });
  });
});
