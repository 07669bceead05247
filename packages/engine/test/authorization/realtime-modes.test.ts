/** Callers of every mode on plain WebSockets: at connect, at start, and in what events show. */
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { AllModesEngine } from './start-all-modes-engine.ts';
import { startAllModesEngine } from './start-all-modes-engine.ts';

type Headers = Readonly<Record<string, string>>;
type Caller = (engine: AllModesEngine, body: string, path: string) => Promise<Headers> | Headers;

const apiKey: Caller = () => ({ 'x-api-key': 'da2-test' });
const iam: Caller = (engine, body, path) => engine.sign(body, { path });
const pool: Caller = async (engine) => ({ Authorization: await engine.accessToken('fay') });
const admin: Caller = async (engine) => ({ Authorization: await engine.accessToken('gus', ['Admins']) });
const oidc: Caller = ({ provider }) => ({ Authorization: provider.token() });
const lambda: Caller = () => ({ Authorization: 'let-me-in' });

const CALLERS: readonly [string, Caller, readonly string[]][] = [
  ['API key', apiKey, ['onRing', 'onRingDenied']],
  ['IAM', iam, ['onRing', 'onRingDenied', 'onRingIam']],
  ['user pool', pool, ['onRing', 'onRingDenied']],
  ['group of a user pool', admin, ['onRing', 'onRingDenied', 'onRingAdmins']],
  ['OpenID Connect', oidc, ['onRing', 'onRingDenied']],
  ['Lambda', lambda, ['onRing']],
];

const FIELDS = ['onRing', 'onRingIam', 'onRingAdmins', 'onRingDenied'];

describe('real-time in all modes', () => {
  let engine: AllModesEngine;
  beforeAll(async () => {
    engine = await startAllModesEngine();
  });
  afterAll(() => engine.stop());

  const connect = async (caller: Caller) => {
    const headers = await caller(engine, '{}', '/graphql/connect');
    const encoded = Buffer.from(JSON.stringify(headers)).toString('base64url');
    const url = `${engine.engine.url.replace('http', 'ws')}/graphql/realtime`;
    const socket = new WebSocket(url, ['graphql-ws', `header-${encoded}`]);
    const frames: Record<string, unknown>[] = [];
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as Record<string, unknown>;
      if (frame['type'] !== 'ka') frames.push(frame);
    });
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await expect.poll(() => frames.length).toBe(1);
    return { socket, frames };
  };

  const start = async (socket: WebSocket, field: string, caller: Caller): Promise<void> => {
    const data = JSON.stringify({ query: `subscription { ${field} { id forIam } }`, variables: {} });
    const authorization = await caller(engine, data, '/graphql');
    socket.send(
      JSON.stringify({ id: field, type: 'start', payload: { data, extensions: { authorization } } }),
    );
  };

  it.each(CALLERS)('D35 starts only what is open to the caller: %s', async (_mode, caller, open) => {
    const { socket, frames } = await connect(caller);
    expect(frames[0]?.['type']).toBe('connection_ack');
    for (const field of FIELDS) await start(socket, field, caller);
    await expect.poll(() => frames.length).toBe(1 + FIELDS.length);
    const acknowledged = frames.filter(({ type }) => type === 'start_ack').map(({ id }) => String(id));
    expect(acknowledged.toSorted()).toEqual([...open].toSorted());
    for (const frame of frames.filter(({ type }) => type === 'error')) {
      expect(JSON.stringify(frame['payload'])).toContain('Unauthorized');
    }

    const body = JSON.stringify({ query: 'mutation { ring(id: 1) { id forIam } }' });
    const headers = await engine.sign(body);
    await fetch(`${engine.engine.url}/graphql`, { method: 'POST', body, headers });
    await expect.poll(() => frames.filter(({ type }) => type === 'data').length).toBe(open.length);
    const forIam = caller === iam ? 'secret' : null;
    for (const { id, payload } of frames.filter(({ type }) => type === 'data')) {
      expect(payload).toMatchObject({ data: { [String(id)]: { id: '1', forIam } } });
    }
    socket.close();
  });

  it('D35 lets each subscription use a mode of its own', async () => {
    const { socket, frames } = await connect(apiKey);
    await start(socket, 'onRingIam', iam);
    await expect.poll(() => frames[1]).toEqual({ type: 'start_ack', id: 'onRingIam' });
    await start(socket, 'onRingAdmins', () => ({ Authorization: 'let-me-out' }));
    const message = 'You are not authorized to make this call.';
    const payload = { errors: [{ errorType: 'UnauthorizedException', message }] };
    await expect.poll(() => frames[2]).toEqual({ type: 'error', id: 'onRingAdmins', payload });
    socket.close();
  });

  it.each<[string, string, Caller]>([
    ['nothing', 'Missing authorization header', () => ({ host: 'localhost' })],
    ['a wrong key', 'You are not authorized to make this call.', () => ({ 'x-api-key': 'da2-wrong' })],
    ['a wrong token', 'You are not authorized to make this call.', () => ({ Authorization: 'let-me-out' })],
    ['a signature for requests', 'You are not authorized to make this call.', (e) => e.sign('{}')],
    [
      'an expired token',
      'Token has expired.',
      ({ provider }) => ({ Authorization: provider.token({ exp: 1 }) }),
    ],
  ])('D35 refuses a connection with %s', async (_what, message, caller) => {
    const { frames } = await connect(caller);
    expect(frames[0]).toMatchObject({
      type: 'connection_error',
      payload: { errors: [{ message, errorCode: 400 }] },
    });
  });
});
