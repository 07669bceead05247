/** The endpoint on a real port, over an executor that the test plays, with a clock that the test moves. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Authorize } from '../../authorization/index.ts';
import type { AcceptedSubscription, GraphqlRequest, SubscribeResult } from '../../execution/contract.ts';
import { createRealtimeEndpoint } from '../realtime-endpoint.ts';
import { createSubscriptionRegistry } from '../subscription-registry.ts';
import type { TestClient } from './test-client.ts';
import { encodeHeaders, GOOD_HEADERS, openClient, startFrame } from './test-client.ts';

/** Subscriptions with the same document receive the same payload. */
export function acceptedSubscription(
  { query }: Pick<GraphqlRequest, 'query'>,
  overrides: Partial<AcceptedSubscription> = {},
): SubscribeResult {
  const subscription: AcceptedSubscription = {
    fieldName: 'onAdd',
    mutations: ['add'],
    argumentFilter: {},
    filter: undefined,
    invalidationFilter: undefined,
    payloadKey: query,
    toPayload: (published) => ({ data: { onAdd: published } }),
    ...overrides,
  };
  return { ok: true, subscription };
}

const authorizeGoodKey: Authorize = ({ headers }) =>
  Promise.resolve(
    headers['x-api-key'] === 'good'
      ? { kind: 'authorized', caller: { authenticationType: 'API_KEY', identity: null } }
      : { kind: 'unauthorized', message: 'You are not authorized to make this call.' },
  );

type Subscribe = (request: GraphqlRequest) => Promise<SubscribeResult> | SubscribeResult;

export async function startTestEndpoint(authorize: Authorize = authorizeGoodKey) {
  const warnings: string[] = [];
  const requests: GraphqlRequest[] = [];
  const clients: TestClient[] = [];
  const answers: { subscribe: Subscribe } = { subscribe: (request) => acceptedSubscription(request) };
  let nowEpochMs = 1_800_000_000_000;
  let tick = (): void => undefined;
  const warn = (text: string): unknown => warnings.push(text);
  const registry = createSubscriptionRegistry(warn);
  const endpoint = createRealtimeEndpoint({
    registry,
    activeApi: () => ({
      model: {} as never, // the endpoint only passes it on
      executor: {
        execute: () => Promise.reject(new Error('not over sockets')),
        subscribe: (request) => {
          requests.push(request);
          return Promise.resolve(answers.subscribe(request));
        },
        onPublish: () => () => undefined,
        onInvalidate: () => () => undefined,
        flushCache: () => undefined,
      },
      version: 1,
    }),
    authorize,
    newRequestId: () => 'request-1',
    warn,
    now: () => nowEpochMs,
    repeat: (run) => {
      tick = run;
      return () => undefined;
    },
  });
  const server = createServer((_request, response) => response.end('served'));
  server.on('upgrade', (request, socket, head) => endpoint.handleUpgrade(request, socket, head));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `ws://127.0.0.1:${port}/graphql/realtime`;

  const open = (...[path, subProtocols, headers]: Parameters<typeof openClient>): TestClient => {
    const client = openClient(url + path, subProtocols, headers);
    clients.push(client);
    return client;
  };
  const connect = async (headers: unknown = GOOD_HEADERS): Promise<TestClient> => {
    const client = open('', ['graphql-ws', `header-${encodeHeaders(headers)}`]);
    await client.opened;
    return client;
  };
  return {
    endpoint,
    registry,
    warnings,
    requests,
    answers,
    httpUrl: `http://127.0.0.1:${port}/`,
    nowEpochMs: () => nowEpochMs,
    advance(ms: number): void {
      nowEpochMs += ms;
      tick();
    },
    /** @param path - behind the endpoint's address, for query strings */
    open,
    connect,
    async subscribe(id = 'S1', query?: string): Promise<TestClient> {
      const client = await connect();
      client.send(startFrame(id, query));
      const answer = await client.next();
      if (answer !== `{"type":"start_ack","id":"${id}"}`) throw new Error(`Not started: ${answer}`);
      return client;
    },
    publish: (value: unknown): void =>
      registry.publish({ mutationField: 'add', subscriptionFields: ['onAdd'], value }),
    stop(): void {
      for (const { socket } of clients) socket.terminate();
      endpoint.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}

export type TestEndpoint = Awaited<ReturnType<typeof startTestEndpoint>>;
