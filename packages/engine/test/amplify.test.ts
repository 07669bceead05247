/** The published Amplify client against the whole engine, without a line of adaptation. */
import { Amplify } from 'aws-amplify';
import type { GraphQLSubscription } from 'aws-amplify/api';
import { generateClient } from 'aws-amplify/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { TodoEngine } from './start-todo-engine.ts';
import { startTodoEngine, TODO_ASSEMBLY } from './start-todo-engine.ts';

interface Todo {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
}

const ADD = /* GraphQL */ `
  mutation Add($title: String!, $owner: String) {
    addTodo(input: { title: $title, owner: $owner }) {
      id
      title
      owner
    }
  }
`;

describe('aws-amplify', () => {
  let todo: TodoEngine;
  const hadWebSocket = Object.getOwnPropertyDescriptor(globalThis, 'WebSocket');

  beforeAll(async () => {
    // Node 20 has no WebSocket of its own; browsers and later versions do.
    Object.defineProperty(globalThis, 'WebSocket', { value: WebSocket, configurable: true, writable: true });
    todo = await startTodoEngine();
    Amplify.configure((await (await todo.get('/amplify_outputs.json')).json()) as never);
  });

  afterAll(async () => {
    await todo.engine.stop();
    if (hadWebSocket === undefined) Reflect.deleteProperty(globalThis, 'WebSocket');
    else Object.defineProperty(globalThis, 'WebSocket', hadWebSocket);
  });

  /** Waits until the engine has as many subscriptions: Amplify does not tell when `start_ack` came. */
  const subscriptionCount = async (expected: number): Promise<void> => {
    await expect
      .poll(async () => {
        const sockets = (await (await todo.get('/_tributary/sockets')).json()) as {
          subscriptions: unknown[];
        }[];
        return sockets.flatMap(({ subscriptions }) => subscriptions).length;
      })
      .toBe(expected);
  };

  const collect = (query: string, variables: Record<string, unknown> = {}) => {
    const received: unknown[] = [];
    const errors: unknown[] = [];
    const client = generateClient();
    const subscription = client.graphql<GraphQLSubscription<unknown>>({ query, variables }).subscribe({
      next: ({ data }) => void received.push(data),
      error: (error: unknown) => void errors.push(error),
    });
    return { received, errors, subscription };
  };

  it('queries, mutates and subscribes, with and without a filter', async () => {
    const client = generateClient();
    const query = (await client.graphql({ query: '{ todo(id: "t-2") { title } }' })) as unknown;
    expect(query).toMatchObject({ data: { todo: { title: 'Feed the cat' } } });

    const all = collect('subscription { onAddTodo { id title owner } }');
    const anns = collect('subscription Anns($owner: String) { onAddTodo(owner: $owner) { title } }', {
      owner: 'ann',
    });
    const urgent = collect('subscription { onUrgentTodo { title } }');
    await subscriptionCount(3);

    const add = (title: string, owner: string) => client.graphql({ query: ADD, variables: { title, owner } });
    const added = (await add('Sweep', 'ann')) as { data: { addTodo: Todo } };
    await add('Urgent: sleep', 'bob');

    await expect.poll(() => all.received).toHaveLength(2);
    expect(all.received[0]).toEqual({ onAddTodo: added.data.addTodo });
    expect(anns.received).toEqual([{ onAddTodo: { title: 'Sweep' } }]);
    await expect.poll(() => urgent.received).toEqual([{ onUrgentTodo: { title: 'Urgent: sleep' } }]);

    for (const { subscription } of [all, anns, urgent]) subscription.unsubscribe();
    await subscriptionCount(0);
    expect([all.errors, anns.errors, urgent.errors]).toEqual([[], [], []]);
  });

  it('hands on why a subscription is refused', async () => {
    const broken = collect('subscription { onAddTodo { nothing } }');
    await expect.poll(() => broken.errors).toHaveLength(1);
    expect(JSON.stringify(broken.errors)).toContain('FieldUndefined');
    broken.subscription.unsubscribe();
  });

  it('goes on with running subscriptions when the API is replaced', async () => {
    const running = collect('subscription { onAddTodo { title } }');
    await subscriptionCount(1);
    expect(await todo.engine.replaceAssembly(TODO_ASSEMBLY)).toEqual({ ok: true });
    const late = collect('subscription { onAddTodo { title } }');
    await subscriptionCount(2);
    await generateClient().graphql({ query: ADD, variables: { title: 'After the swap' } });
    await expect.poll(() => running.received).toEqual([{ onAddTodo: { title: 'After the swap' } }]);
    await expect.poll(() => late.received).toEqual([{ onAddTodo: { title: 'After the swap' } }]);
    running.subscription.unsubscribe();
    late.subscription.unsubscribe();
  });
});
