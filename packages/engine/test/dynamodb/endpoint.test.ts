import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../src/dynamodb/test-database.ts';
import { startTodoEngine, type TodoEngine } from '../start-todo-engine.ts';
import { writeStreamedAssembly } from './streamed-assembly.ts';

let elsewhere: TestDatabase;
let folder: string;
const engines: TodoEngine[] = [];

beforeEach(async () => {
  elsewhere = await startTestDatabase();
  folder = writeStreamedAssembly();
});
afterEach(async () => {
  await Promise.all(engines.splice(0).map(({ engine }) => engine.stop()));
  await elsewhere.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(dynamodbEndpoint: string): Promise<TodoEngine> {
  const started = await startTodoEngine({ assemblyDirectory: folder, dynamodbEndpoint });
  engines.push(started);
  return started;
}

const ADD = 'mutation Add($title: String!) { addTodo(input: { title: $title }) { id } }';

async function idsOf(TableName: string): Promise<readonly string[]> {
  const { Items } = await elsewhere.database.call('Scan', { TableName });
  return (Items as { id: { S: string } }[]).map(({ id }) => id.S).sort();
}

describe('another DynamoDB in place of the embedded one', () => {
  it('gets the tables and their seeds, serves resolvers, functions and streams', async () => {
    const todo = await start(elsewhere.url);
    expect((await elsewhere.database.call('ListTables', {})).TableNames).toEqual(['log', 'todos']);
    expect(await idsOf('todos')).toEqual(['t-1', 't-2']);
    const added = await todo.query(ADD, { title: 'Call home' });
    const id = (added.data?.['addTodo'] as { id: string }).id;
    expect(await idsOf('todos')).toEqual([id, 't-1', 't-2'].sort());
    await expect.poll(() => idsOf('log'), { timeout: 10_000 }).toEqual(['Call home']);
    expect(todo.events.filter(({ kind }) => kind === 'warning')).toEqual([]);
  });

  it('keeps a table that is there, unchanged, when the engine comes back', async () => {
    const first = await start(elsewhere.url);
    const { Items } = await elsewhere.database.call('Scan', { TableName: 'todos' });
    for (const { id } of Items as { id: unknown }[])
      await elsewhere.database.call('DeleteItem', { TableName: 'todos', Key: { id } });
    await first.engine.stop();
    const second = await start(elsewhere.url);
    expect(await second.query('{ todos { id } }')).toEqual({ data: { todos: [] } });
  });

  it('may be the one of a second engine, at its path', async () => {
    const owner = await startTodoEngine();
    engines.push(owner);
    const guest = await start(owner.engine.dynamodbUrl);
    await guest.query(ADD, { title: 'Shared' });
    const answer = await fetch(owner.engine.dynamodbUrl, {
      method: 'POST',
      headers: { 'x-amz-target': 'DynamoDB_20120810.ListTables' },
      body: '{}',
    });
    const { TableNames } = (await answer.json()) as { TableNames: string[] };
    expect(TableNames).toEqual(expect.arrayContaining(['log', 'todos']));
  });

  it('hands on its refusals as they are', async () => {
    const todo = await start(elsewhere.url);
    expect(await todo.query('mutation { finishTodo(id: "none") { id } }')).toMatchObject({
      data: { finishTodo: null },
      errors: [{ errorType: 'DynamoDB:ConditionalCheckFailedException' }],
    });
  });

  it('that goes away fails the fields, not the engine', async () => {
    const shortLived = createServer((request, response) => elsewhere.database.handleHttp(request, response));
    await new Promise<void>((resolve) => shortLived.listen(0, '127.0.0.1', resolve));
    const todo = await start(`http://127.0.0.1:${(shortLived.address() as AddressInfo).port}`);
    shortLived.close();
    shortLived.closeAllConnections();
    expect(await todo.query('{ todo(id: "t-1") { title } }')).toMatchObject({
      data: { todo: null },
      errors: [{ errorType: 'DynamoDB:ServiceUnavailable', path: ['todo'] }],
    });
  });

  it('without streams is told of in a warning', async () => {
    const withoutStreams = createServer((request, response) => {
      if (!String(request.headers['x-amz-target']).startsWith('DynamoDBStreams'))
        return elsewhere.database.handleHttp(request, response);
      response.writeHead(400).end('{"__type":"com.amazon.coral.service#UnknownOperationException"}');
    });
    await new Promise<void>((resolve) => withoutStreams.listen(0, '127.0.0.1', resolve));
    const { port } = withoutStreams.address() as AddressInfo;
    const todo = await start(`http://127.0.0.1:${port}`);
    expect(todo.events).toContainEqual({
      kind: 'warning',
      text: `http://127.0.0.1:${port}/ gives no streams (UnknownOperationException): functions that the stream of "todos" invokes are not run.`,
    });
    withoutStreams.close();
    withoutStreams.closeAllConnections();
  });

  it('says what to do when nothing answers, or something else does', async () => {
    const other = createServer((_request, response) => response.end('<html>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(start(`http://127.0.0.1:${port}`)).rejects.toMatchObject({
      kind: 'database-unreachable',
      message: expect.stringContaining("something that is not DynamoDB's JSON") as string,
    });
    other.close();
    other.closeAllConnections();
    await expect(start(`http://127.0.0.1:${port}`)).rejects.toMatchObject({
      kind: 'database-unreachable',
      message: expect.stringContaining('ECONNREFUSED') as string,
      fix: expect.stringContaining('--dynamodb') as string,
    });
  });
});
