/** D33 The three places of a credential at connect, for each mode; and the one place at start, on the same socket. */
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { AllModesEngine } from '../authorization/start-all-modes-engine.ts';
import { startAllModesEngine } from '../authorization/start-all-modes-engine.ts';

type Headers = Readonly<Record<string, string>>;
type Caller = (engine: AllModesEngine, body: string, path: string) => Promise<Headers> | Headers;

const CALLERS: readonly (readonly [string, Caller])[] = [
  ['API key', () => ({ 'x-api-key': 'da2-test' })],
  ['IAM', (engine, body, path) => engine.sign(body, { path })],
  ['user pool', async (engine) => ({ Authorization: await engine.accessToken('fay') })],
  [
    'user pool, with Bearer',
    async (engine) => ({ Authorization: `Bearer ${await engine.accessToken('gus')}` }),
  ],
  ['OpenID Connect', ({ provider }) => ({ Authorization: provider.token() })],
  ['Lambda', () => ({ Authorization: 'let-me-in' })],
];

const STRANGERS: readonly (readonly [string, Caller])[] = [
  ['API key', () => ({ 'x-api-key': 'da2-wrong' })],
  ['IAM', (engine, body, path) => engine.sign(body, { path, secretAccessKey: 'wrong' })],
  [
    'user pool',
    async (engine) => ({ Authorization: `${(await engine.accessToken('fay')).slice(0, -8)}AAAAAAAA` }),
  ],
  ['OpenID Connect', ({ provider }) => ({ Authorization: provider.token({ iss: 'https://other.example' }) })],
  ['Lambda', () => ({ Authorization: 'let-me-out' })],
];

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');
const base64Url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const PLACES: readonly (readonly [string, (url: string, headers: Headers) => WebSocket])[] = [
  ['sub-protocol', (url, headers) => new WebSocket(url, ['graphql-ws', `header-${base64Url(headers)}`])],
  [
    'query string',
    (url, headers) =>
      new WebSocket(`${url}?header=${encodeURIComponent(base64(headers))}&payload=${base64({})}`, [
        'graphql-ws',
      ]),
  ],
  [
    'query string, alphabet of URLs',
    (url, headers) => new WebSocket(`${url}?header=${base64Url(headers)}&payload=e30=`, ['graphql-ws']),
  ],
  ['real headers', (url, headers) => new WebSocket(url, ['graphql-ws'], { headers })],
];

const across = (callers: readonly (readonly [string, Caller])[]) =>
  PLACES.flatMap(([place, open]) => callers.map(([mode, caller]) => ({ place, mode, open, caller })));

describe('credentials of real-time clients', () => {
  let engine: AllModesEngine;
  beforeAll(async () => {
    engine = await startAllModesEngine();
  });
  afterAll(() => engine.stop());

  const connect = async (
    open: (url: string, headers: Headers) => WebSocket,
    caller: Caller,
  ): Promise<{ socket: WebSocket; next: () => Promise<unknown> }> => {
    const headers = await caller(engine, '{}', '/graphql/connect');
    const socket = open(`${engine.engine.url.replace('http', 'ws')}/graphql/realtime`, headers);
    const frames: unknown[] = [];
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text !== '{"type":"ka"}') frames.push(JSON.parse(text));
    });
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    const next = async (): Promise<unknown> => {
      await expect.poll(() => frames.length).toBeGreaterThan(0);
      return frames.shift();
    };
    return { socket, next };
  };

  it.each(across(CALLERS))('D33 $place: $mode connects and starts', async ({ open, caller }) => {
    const { socket, next } = await connect(open, caller);
    expect(socket.protocol).toBe('graphql-ws');
    expect(await next()).toEqual({ type: 'connection_ack', payload: { connectionTimeoutMs: 300_000 } });
    const data = JSON.stringify({ query: 'subscription { onRing { id } }', variables: {} });
    const authorization = await caller(engine, data, '/graphql');
    socket.send(JSON.stringify({ id: 'S', type: 'start', payload: { data, extensions: { authorization } } }));
    expect(await next()).toEqual({ type: 'start_ack', id: 'S' });
    socket.close();
  });

  it.each(across(STRANGERS))('D33 $place: $mode is refused and closed', async ({ open, caller }) => {
    const { socket, next } = await connect(open, caller);
    const closed = once(socket, 'close');
    expect(await next()).toEqual({
      type: 'connection_error',
      payload: {
        errors: [
          {
            errorType: 'com.amazonaws.deepdish.graphql.auth#UnauthorizedException',
            message: 'You are not authorized to make this call.',
            errorCode: 400,
          },
        ],
      },
    });
    await closed;
  });

  it.each(STRANGERS)('D35 a start with a credential that is refused: %s', async (_mode, caller) => {
    const [, open] = PLACES[0] ?? [];
    const [, connecting] = CALLERS[0] ?? [];
    if (open === undefined || connecting === undefined) throw new Error('The tables are empty.');
    const { socket, next } = await connect(open, connecting);
    await next();
    const data = JSON.stringify({ query: 'subscription { onRing { id } }' });
    const authorization = await caller(engine, data, '/graphql');
    socket.send(JSON.stringify({ id: 'S', type: 'start', payload: { data, extensions: { authorization } } }));
    const message = 'You are not authorized to make this call.';
    const errors = [{ errorType: 'UnauthorizedException', message }];
    expect(await next()).toEqual({ type: 'error', id: 'S', payload: { errors } });
    socket.close();
  });
});
