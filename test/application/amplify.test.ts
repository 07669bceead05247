import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/api';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { WebSocket } from 'ws';

/** The published client, unmodified: Node 20 has no WebSocket of its own, so it gets the one of `ws`. */
const client = generateClient();

beforeAll(async () => {
  Object.assign(globalThis, { WebSocket });
  const outputs: unknown = await (await fetch(`${inject('applicationUrl')}/amplify_outputs.json`)).json();
  Amplify.configure(outputs as Parameters<typeof Amplify.configure>[0]);
});

/** Opens a subscription and collects what it delivers. */
function subscribe(query: string) {
  const received: Record<string, unknown>[] = [];
  const observable = client.graphql({ query });
  if (!('subscribe' in observable)) throw new Error('not a subscription');
  const subscription = observable.subscribe({
    next: ({ data }) => void received.push(data as Record<string, unknown>),
    error: (error: unknown) => void received.push({ error }),
  });
  return { received, close: () => subscription.unsubscribe() };
}

async function run(query: string): Promise<Record<string, unknown>> {
  const answer = await client.graphql({ query });
  if (!('data' in answer)) throw new Error('no data');
  return answer.data as Record<string, unknown>;
}

/** Repeats `act` until `isDone`: the first events may come before the server has accepted the subscription. */
async function until(isDone: () => boolean, act: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 60 && !isDone(); tries += 1) {
    await act();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('the Amplify client over the real-time endpoint', () => {
  it('queries and mutates', async () => {
    expect(await run('{ product(id: "p-0001") { id } }')).toEqual({ product: { id: 'p-0001' } });
  });

  it('delivers votes of one poll only, with what the mutation selected', async () => {
    const create =
      'mutation Create { createPoll(question: "Q?", options: ["A", "B"]) { id options { id } } }';
    const [first, second] = [(await run(create))['createPoll'], (await run(create))['createPoll']] as {
      id: string;
      options: { id: string }[];
    }[];
    const live = subscribe(`subscription Votes { onVote(pollId: "${first?.id}") { id totalVotes } }`);
    const vote = (poll: typeof first) =>
      run(
        `mutation Vote { vote(pollId: "${poll?.id}", optionId: "${poll?.options[0]?.id}") { id totalVotes } }`,
      );
    await until(
      () => live.received.length > 0,
      async () => {
        await vote(second);
        await vote(first);
      },
    );
    live.close();
    expect(live.received[0]).toMatchObject({ onVote: { id: first?.id, totalVotes: expect.any(Number) } });
    expect(live.received.map((event) => (event['onVote'] as { id: string } | null)?.id)).not.toContain(
      second?.id,
    );
  });

  it('delivers a placed order with the fields that other subgraphs joined', async () => {
    const live = subscribe(
      'subscription Orders { onOrderPlaced { id customer { name } lines { product { name } } } }',
    );
    await until(
      () => live.received.length > 0,
      () =>
        run(`mutation Place { placeOrder(input: { customerId: "c-0003", clientRequestId: "amplify-${Math.random()}",
          lines: [{ productId: "p-0003", quantity: 1 }] }) { id customer { name } lines { product { name } } } }`),
    );
    live.close();
    expect(live.received[0]).toMatchObject({
      onOrderPlaced: {
        id: expect.stringMatching(/^o-/),
        customer: { name: expect.any(String) },
        lines: [{ product: { name: expect.any(String) } }],
      },
    });
  });

  it('filters by the optional argument and delivers everything without it', async () => {
    const { warehouses } = (await run('{ warehouses { id } }')) as { warehouses: { id: string }[] };
    const [here, there] = warehouses;
    const one = subscribe(
      `subscription Here { onStockMovement(warehouseId: "${here?.id}") { warehouse { id } } }`,
    );
    const all = subscribe('subscription All { onStockMovement { warehouse { id } } }');
    const move = (warehouse: typeof here) =>
      run(`mutation Receive { receiveStock(productId: "p-0010", warehouseId: "${warehouse?.id}", quantity: 1) {
        id delta warehouse { id } } }`);
    await until(
      () => one.received.length > 0 && all.received.length > 1,
      async () => {
        await move(there);
        await move(here);
      },
    );
    one.close();
    all.close();
    const places = (events: typeof one.received) =>
      new Set(
        events.map((event) => (event['onStockMovement'] as { warehouse: { id: string } }).warehouse.id),
      );
    expect(places(one.received)).toEqual(new Set([here?.id]));
    expect(places(all.received)).toEqual(new Set([here?.id, there?.id]));
  });
});
