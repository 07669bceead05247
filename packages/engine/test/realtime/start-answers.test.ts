/** What the engine answers to operations that are no subscription, or not a good one: the error frame of each. */
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { TodoEngine } from '../start-todo-engine.ts';
import { API_KEY, startTodoEngine } from '../start-todo-engine.ts';

describe('start', () => {
  let todo: TodoEngine;
  let socket: WebSocket;
  const frames: unknown[] = [];

  beforeAll(async () => {
    todo = await startTodoEngine();
    const encoded = Buffer.from(JSON.stringify({ host: 'localhost', 'x-api-key': API_KEY })).toString(
      'base64url',
    );
    const url = `${todo.engine.url.replace('http', 'ws')}/graphql/realtime`;
    socket = new WebSocket(url, ['graphql-ws', `header-${encoded}`]);
    socket.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString())));
    await once(socket, 'open');
  });
  afterAll(async () => {
    socket.terminate();
    await todo.engine.stop();
  });

  const start = async (operation: object): Promise<unknown> => {
    const extensions = { authorization: { host: 'localhost', 'x-api-key': API_KEY } };
    const payload = { data: JSON.stringify(operation), extensions };
    socket.send(JSON.stringify({ id: 'S', type: 'start', payload }));
    await expect.poll(() => frames.length).toBeGreaterThan(0);
    return frames.shift();
  };

  it.each([
    ['a query', { query: '{ todos { id } }' }, 'UnsupportedOperation', 'A query is not supported'],
    [
      'a mutation',
      { query: 'mutation { addTodo(input: { title: "x" }) { id } }' },
      'UnsupportedOperation',
      'A mutation is not supported',
    ],
    ['no GraphQL', { query: 'subscription {' }, 'MalformedHttpRequestException', 'Unable to parse'],
    ['an empty query', { query: '' }, 'MalformedHttpRequestException', ''],
    [
      'two operations without a name',
      { query: 'subscription A { onAddTodo { id } } subscription B { onAddTodo { id } }' },
      'BadRequestException',
      'Missing operation name.',
    ],
    [
      'an operation that is not there',
      { query: 'subscription A { onAddTodo { id } }', operationName: 'B' },
      'BadRequestException',
      "Unknown operation named 'B'.",
    ],
  ])('refuses %s', async (_what, operation, errorType, message) => {
    expect(await start(operation)).toEqual({
      type: 'error',
      id: 'S',
      payload: {
        errors: [
          expect.objectContaining({ errorType, message: expect.stringContaining(message) as unknown }),
        ],
      },
    });
  });

  it.each([
    [
      'several root fields',
      { query: 'subscription Two { onAddTodo { id } again: onAddTodo { id } }' },
      'Validation error of type SubscriptionMultipleRootFields',
    ],
    [
      'an unknown field',
      { query: 'subscription { onNothing { id } }' },
      'Validation error of type FieldUndefined',
    ],
    [
      'no selection',
      { query: 'subscription { onAddTodo }' },
      'Validation error of type SubSelectionRequired',
    ],
    [
      'a variable of the wrong type',
      {
        query: 'subscription S($owner: String) { onAddTodo(owner: $owner) { id } }',
        variables: { owner: {} },
      },
      "Variable 'owner'",
    ],
  ])('refuses %s as HTTP does', async (_what, operation, message) => {
    const answer = await start(operation);
    expect(answer).toMatchObject({
      type: 'error',
      id: 'S',
      payload: { errors: [{ message: expect.stringContaining(message) as unknown }] },
    });
    expect(Object.keys((answer as { payload: object }).payload)).toEqual(['errors']);
  });

  it('takes the operation that operationName names', async () => {
    const query = 'subscription A { onAddTodo { id } } subscription B { onAddTodo { title } }';
    expect(await start({ query, operationName: 'B' })).toEqual({ type: 'start_ack', id: 'S' });
    await todo.query('mutation { addTodo(input: { title: "Sow" }) { id title } }');
    await expect.poll(() => frames.length).toBe(1);
    expect(frames.shift()).toEqual({
      type: 'data',
      id: 'S',
      payload: { data: { onAddTodo: { title: 'Sow' } } },
    });
  });

  it('shows in the console, with the number of all sockets', async () => {
    const answer = await todo.get('/_tributary/sockets');
    expect(answer.headers.get('x-total-count')).toBe('1');
    expect(await answer.json()).toMatchObject([
      { subscriptions: [{ id: 'S', fieldName: 'onAddTodo', argumentFilter: {}, deliveredCount: 1 }] },
    ]);
  });
});
