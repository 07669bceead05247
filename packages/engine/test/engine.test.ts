import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUpdate } from '@tributary/engine';
import { EngineStartError, startEngine } from '@tributary/engine';
import type { TodoEngine } from './start-todo-engine.ts';
import { API_KEY, startTodoEngine, TODO_ASSEMBLY } from './start-todo-engine.ts';

const folders: string[] = [];
const engines: TodoEngine[] = [];

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-engine-'));
  folders.push(folder);
  return folder;
}

/** A copy of the to-do assembly with its template's text changed. */
function changedAssembly(change: (template: string) => string): string {
  const folder = temporaryFolder();
  cpSync(TODO_ASSEMBLY, folder, { recursive: true });
  const file = join(folder, 'Todo.template.json');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  return folder;
}

async function start(options: Parameters<typeof startTodoEngine>[0] = {}): Promise<TodoEngine> {
  const started = await startTodoEngine(options);
  engines.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(engines.splice(0).map(({ engine }) => engine.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('a running engine', () => {
  let todo: TodoEngine;
  beforeAll(async () => {
    todo = await startTodoEngine();
  });
  afterAll(() => todo.engine.stop());

  it('answers from seeded tables, through DynamoDB and a Lambda function in one batch', async () => {
    const answer = await todo.query('query Board { todos { id title done audit { note } } }');
    expect(answer).toEqual({
      data: {
        todos: expect.arrayContaining([
          { id: 't-1', title: 'Water the plants', done: false, audit: { note: 'checked: Water the plants' } },
          { id: 't-2', title: 'Feed the cat', done: true, audit: { note: 'checked: Feed the cat' } },
        ]) as unknown,
      },
    });
    const [trace] = await todo.traces();
    expect(trace).toMatchObject({
      operationName: 'Board',
      errorCount: 0,
      dataSourceCalls: { todos: 1, audit: 1 },
    });
    expect(trace?.calls.find(({ dataSource }) => dataSource === 'audit')).toMatchObject({ batchSize: 2 });
    expect(todo.events).toContainEqual(
      expect.objectContaining({ kind: 'request', operationName: 'Board', errorCount: 0 }),
    );
  });

  it('survives a function that ends its process', async () => {
    const answer = await todo.query('{ crash todo(id: "t-1") { title } }');
    expect(answer.data).toEqual({ crash: null, todo: { title: 'Water the plants' } });
    expect(answer.errors).toMatchObject([{ path: ['crash'], errorType: 'Lambda:Unhandled' }]);
    expect((await todo.query('{ todos { audit { note } } }')).errors).toBeUndefined();
  });

  it('names what it does not run, once, and its steps', () => {
    const notices = todo.events.filter(({ kind }) => kind === 'notice');
    expect(notices).toEqual([{ kind: 'notice', text: 'Resources that are not run here: AWS::S3::Bucket.' }]);
    const steps = todo.events.flatMap((event) => (event.kind === 'step' ? [event.name] : []));
    expect(steps).toEqual(['assembly', 'services', 'resolvers', 'tables']);
  });
});

describe('replacing parts while it runs', () => {
  const update = (field: string): ApiUpdate => ({
    schema: `type Query { ${field}: String }`,
    functions: [],
    resolvers: [
      {
        kind: 'unit',
        typeName: 'Query',
        fieldName: field,
        dataSource: 'none',
        maxBatchSize: 0,
        code: `export function request() { return { payload: 'new' }; } export function response(ctx) { return ctx.result; }`,
      },
    ],
  });

  it('swaps schema and resolvers, and keeps the old ones when the new have faults', async () => {
    const { engine, query } = await start();
    expect(engine.updateApi(update('greeting'))).toEqual({ ok: true });
    expect(await query('{ greeting }')).toEqual({ data: { greeting: 'new' } });
    const refused = engine.updateApi({ ...update('greeting'), schema: 'type Query {' });
    expect(refused).toEqual({ ok: false, errors: [expect.any(String)] });
    expect(await query('{ greeting }')).toEqual({ data: { greeting: 'new' } });
  });

  it('runs a function from another folder', async () => {
    const { engine, query } = await start();
    const folder = fileURLToPath(new URL('./assemblies/todo-audit-v2', import.meta.url));
    engine.reloadSubgraphHandler('audit', folder);
    expect(await query('{ todo(id: "t-1") { audit { note } } }')).toEqual({
      data: { todo: { audit: { note: 'second version' } } },
    });
    expect(() => engine.reloadSubgraphHandler('absent', folder)).toThrow('subgraph "absent"');
  });

  it('takes another assembly and keeps the data', async () => {
    const { engine, query } = await start();
    await query('mutation { finishTodo(id: "t-1") { id done } }');
    const wider = changedAssembly((text) =>
      text.replace('todo(id: ID!): Todo ', 'todo(id: ID!): Todo extra: Int '),
    );
    expect(await engine.replaceAssembly(wider)).toEqual({ ok: true });
    expect(await query('{ extra todo(id: "t-1") { done } }')).toEqual({
      data: { extra: null, todo: { done: true } },
    });
    const broken = changedAssembly((text) => text.replace('type Query {', 'type Query '));
    expect(await engine.replaceAssembly(broken)).toMatchObject({ ok: false });
    expect(await engine.replaceAssembly('/nowhere')).toMatchObject({ ok: false });
    expect(await query('{ todo(id: "t-1") { done } }')).toEqual({ data: { todo: { done: true } } });
  });
});

describe('starting and stopping', () => {
  const startWith = (options: { assemblyDirectory?: string; port?: number; dataDirectory?: string }) =>
    startEngine({
      assemblyDirectory: TODO_ASSEMBLY,
      port: 0,
      host: '127.0.0.1',
      apiKey: API_KEY,
      log: () => undefined,
      ...options,
    });

  it('says that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(startWith({ port })).rejects.toMatchObject({
      kind: 'port-taken',
      message: `Port ${port} of 127.0.0.1 is taken by another program.`,
      fix: expect.stringContaining('--port') as string,
      code: 'EADDRINUSE',
    });
    await new Promise((resolve) => other.close(resolve));
  });

  it('says what is wrong with an assembly', async () => {
    await expect(startWith({ assemblyDirectory: '/nowhere' })).rejects.toThrow(EngineStartError);
    const noApi = changedAssembly((text) => text.replaceAll('AWS::AppSync::', 'AWS::Other::'));
    await expect(startWith({ assemblyDirectory: noApi })).rejects.toMatchObject({ kind: 'assembly-faulty' });
    const faulty = changedAssembly((text) => text.replace('ddb.scan(', 'while (true) {} ddb.scan('));
    await expect(startWith({ assemblyDirectory: faulty })).rejects.toMatchObject({
      kind: 'assembly-faulty',
      details: [expect.stringContaining('Query.todos') as string],
    });
  });

  it('keeps data in a folder, which one engine uses at a time', async () => {
    const dataDirectory = temporaryFolder();
    const first = await start({ dataDirectory });
    await first.query('mutation { finishTodo(id: "t-1") { id } }');
    await expect(startWith({ dataDirectory })).rejects.toMatchObject({ kind: 'data-unusable' });
    await first.engine.stop();
    const second = await start({ dataDirectory });
    expect(await second.query('{ todo(id: "t-1") { done } }')).toEqual({ data: { todo: { done: true } } });
  });

  it('stops twice without harm and frees its port', async () => {
    const { engine } = await start();
    await Promise.all([engine.stop(), engine.stop()]);
    const again = await start({ port: Number(new URL(engine.url).port) });
    expect(again.engine.url).toBe(engine.url);
  });
});
