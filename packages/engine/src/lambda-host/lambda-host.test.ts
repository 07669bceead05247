import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ordersTable, startTestDatabase } from '../dynamodb/test-database.ts';
import type { LambdaFunctionModel } from '../model/app-model.ts';
import { createLambdaHost, lambdaInvokeHttp, type LambdaHost, type LambdaLogLine } from './index.ts';

const sdkResolveFrom = fileURLToPath(new URL('../..', import.meta.url));
let directory: string;
let lines: LambdaLogLine[];
let hosts: LambdaHost[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lambda-'));
  lines = [];
  hosts = [];
});
afterEach(async () => {
  await Promise.all(hosts.map((host) => host.stop()));
  await rm(directory, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string>>;

async function writeCode(folder: string, files: Files): Promise<string> {
  const codeDirectory = join(directory, folder);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(codeDirectory, name)), { recursive: true });
    await writeFile(join(codeDirectory, name), text);
  }
  return codeDirectory;
}

async function model(files: Files, changes: Partial<LambdaFunctionModel> = {}): Promise<LambdaFunctionModel> {
  const functionName = changes.functionName ?? 'orders';
  return {
    functionName,
    logicalId: 'Orders',
    arn: `arn:aws:lambda:eu-central-1:123456789012:function:${functionName}`,
    codeDirectory: await writeCode(functionName, files),
    handler: 'index.handler',
    runtime: 'nodejs22.x',
    timeoutMs: 5000,
    memoryMb: 128,
    environment: {},
    metadata: {},
    ...changes,
  };
}

async function start(
  files: Files,
  changes: Partial<LambdaFunctionModel> = {},
  environment = {},
): Promise<LambdaHost> {
  const host = createLambdaHost({
    functions: [await model(files, changes)],
    environment,
    log: (line) => lines.push(line),
    sdkResolveFrom,
  });
  hosts.push(host);
  return host;
}

const mjs = (body: string) => ({
  'index.mjs': `export const handler = async (event, context) => { ${body} };`,
});

describe('a handler', () => {
  it('gets event, context and its own environment', async () => {
    const body = `return { event, env: process.env, remaining: context.getRemainingTimeInMillis(),
      context: JSON.parse(JSON.stringify(context)) };`;
    const host = await start(
      mjs(body),
      { environment: { TABLE: 'orders' } },
      { AWS_ENDPOINT_URL_LAMBDA: 'http://x' },
    );
    const result = await host.invoke('orders', { a: [1] });
    expect(result).toMatchObject({
      kind: 'success',
      payload: {
        event: { a: [1] },
        env: {
          TABLE: 'orders',
          AWS_ENDPOINT_URL_LAMBDA: 'http://x',
          AWS_REGION: 'eu-central-1',
          AWS_LAMBDA_FUNCTION_NAME: 'orders',
          AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
          AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
          AWS_ACCESS_KEY_ID: 'local',
          _HANDLER: 'index.handler',
          LAMBDA_TASK_ROOT: join(directory, 'orders'),
        },
        context: {
          functionName: 'orders',
          functionVersion: '$LATEST',
          memoryLimitInMB: '128',
          callbackWaitsForEmptyEventLoop: true,
          invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:orders',
          awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        },
      },
    });
    const { env, remaining } = (result.kind === 'success' ? result.payload : {}) as {
      env: Record<string, string>;
      remaining: number;
    };
    expect(env.HOME).toBeUndefined();
    expect(remaining).toBeGreaterThan(0);
    expect(process.env.TABLE).toBeUndefined();
  });

  it.each([
    [
      'callback',
      'exports.handler = (event, context, callback) => setTimeout(() => callback(null, "later"), 5);',
      'later',
    ],
    ['returned promise', 'module.exports = { handler: () => Promise.resolve("promised") };', 'promised'],
    ['no answer at all', 'exports.handler = () => { setTimeout(() => {}, 5); };', null],
    ['undefined', 'exports.handler = async () => undefined;', null],
    ['context.succeed', 'exports.handler = (event, context) => context.succeed("old");', 'old'],
  ])('may be CommonJS and answer by %s', async (_name, code, payload) => {
    const host = await start({ 'index.js': code });
    expect(await host.invoke('orders', {})).toMatchObject({ kind: 'success', payload });
    expect(await host.invoke('orders', {})).toMatchObject({ kind: 'success', payload });
  });

  it.each([
    [
      'index.js with type module',
      { 'index.js': 'export const handler = async () => 1;', 'package.json': '{"type":"module"}' },
      'index.handler',
    ],
    ['index.cjs', { 'index.cjs': 'exports.handler = async () => 1;' }, 'index.handler'],
    [
      'a folder and a nested name',
      { 'src/app.mjs': 'export const api = { get: async () => 1 };' },
      'src/app.api.get',
    ],
  ])('may be %s', async (_name, files, handler) => {
    const host = await start(files, { handler });
    expect(await host.invoke('orders', {})).toMatchObject({ kind: 'success', payload: 1 });
  });

  it('stays warm, and is loaded again after reload and from another folder', async () => {
    const counter = (name: string) => ({
      'index.mjs': `let calls = 0; export const handler = async () => '${name}' + (calls += 1);`,
    });
    const host = await start(counter('a'));
    const call = async () => {
      const result = await host.invoke('orders', {});
      return result.kind === 'success' ? result.payload : result;
    };
    expect([await call(), await call()]).toEqual(['a1', 'a2']);
    host.reload('orders');
    expect(await call()).toBe('a1');
    host.setCodeDirectory('orders', await writeCode('other', counter('b')));
    expect([await call(), await call()]).toEqual(['b1', 'b2']);
    host.update([await model(mjs('return "new"'), { functionName: 'added' })]);
    await expect(call()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect(await host.invoke('added', {})).toMatchObject({ kind: 'success', payload: 'new' });
  });

  it('forwards its output line by line', async () => {
    const host = await start(
      mjs('console.log("one\\ntwo", { a: 1 }); console.error("bad"); process.stdout.write("raw\\n");'),
    );
    await host.invoke('orders', {});
    await expect.poll(() => lines.map(({ text }) => text)).toContain('raw');
    expect(lines).toContainEqual({ functionName: 'orders', level: 'info', text: 'one' });
    expect(lines).toContainEqual({ functionName: 'orders', level: 'info', text: 'two { a: 1 }' });
    expect(lines).toContainEqual({ functionName: 'orders', level: 'error', text: 'bad' });
  });

  it('runs side by side up to the limit, the rest queue', async () => {
    const host = await start({
      'index.mjs': `let running = 0; const id = Math.random();
        export const handler = async () => { running += 1; await new Promise((r) => setTimeout(r, 150)); running -= 1;
          return { id, overlapped: running > 0 }; };`,
    });
    const results = await Promise.all(Array.from({ length: 30 }, () => host.invoke('orders', {})));
    const payloads = results.map(
      (result) => (result.kind === 'success' ? result.payload : {}) as { id: number; overlapped: boolean },
    );
    expect(payloads.every(({ overlapped }) => overlapped === false)).toBe(true);
    const environments = new Set(payloads.map(({ id }) => id)).size;
    expect(environments).toBeGreaterThan(1);
    expect(environments).toBeLessThanOrEqual(10);
  });
});

describe('a fault', () => {
  it('that is thrown keeps name, message and mapped stack', async () => {
    const code = `class OutOfStock extends Error { name = 'OutOfStock'; }
      export const handler = async () => { throw new OutOfStock('none left'); };`;
    const host = await start({ 'index.mjs': code });
    const result = await host.invoke('orders', {});
    expect(result).toMatchObject({
      kind: 'function-error',
      errorType: 'OutOfStock',
      errorMessage: 'none left',
    });
    expect(result.kind === 'function-error' && result.trace.join('\n')).toContain('index.mjs:2');
  });

  it.each([
    [
      'a missing module',
      { 'index.mjs': 'import "nothing-like-it";' },
      'index.handler',
      'Runtime.ImportModuleError',
      "Cannot find package 'nothing-like-it'",
    ],
    ['a missing file', {}, 'index.handler', 'Runtime.ImportModuleError', "Error: Cannot find module 'index'"],
    [
      'a syntax error',
      { 'index.js': 'exports.handler = (' },
      'index.handler',
      'Runtime.UserCodeSyntaxError',
      'SyntaxError: Unexpected',
    ],
    [
      'a missing export',
      { 'index.mjs': '' },
      'index.handler',
      'Runtime.HandlerNotFound',
      'index.handler is undefined or not exported',
    ],
    ['a handler name without a dot', {}, 'index', 'Runtime.MalformedHandlerName', 'Bad handler'],
    [
      'a throw while loading',
      { 'index.mjs': 'throw new TypeError("no table name");' },
      'index.handler',
      'TypeError',
      'no table name',
    ],
    [
      'a thrown text',
      { 'index.js': 'exports.handler = async () => { throw "text"; };' },
      'index.handler',
      'string',
      'text',
    ],
    [
      'a result that is no JSON',
      mjs('return 1n;'),
      'index.handler',
      'Error',
      'Unable to stringify response body',
    ],
    [
      'process.exit',
      mjs('process.exit(3);'),
      'index.handler',
      'Runtime.ExitError',
      'Error: Runtime exited with error: exit status 3',
    ],
    [
      'an unhandled rejection',
      mjs('Promise.reject(new Error("lost")); await new Promise((r) => setTimeout(r, 500));'),
      'index.handler',
      'Runtime.UnhandledPromiseRejection',
      'Error: lost',
    ],
    [
      'an uncaught exception',
      mjs(
        'setTimeout(() => { throw new RangeError("late"); }); await new Promise((r) => setTimeout(r, 500));',
      ),
      'index.handler',
      'RangeError',
      'late',
    ],
    [
      'a full memory',
      mjs('const all = []; for (;;) all.push(new Array(100000).fill(event.x + Math.random()));'),
      'index.handler',
      'Runtime.OutOfMemory',
      'signal: killed',
    ],
    [
      'a result over 6 MB',
      mjs('return "x".repeat(7 * 1024 * 1024);'),
      'index.handler',
      'Function.ResponseSizeTooLarge',
      'exceeded maximum allowed payload size',
    ],
  ])('by %s is a function error, call after call', async (_name, files, handler, errorType, message) => {
    const host = await start(files, { handler });
    await host.invoke('orders', {});
    const result = await host.invoke('orders', {});
    expect(result).toMatchObject({ kind: 'function-error', errorType });
    expect(result.kind === 'function-error' && result.errorMessage).toContain(message);
  });

  it('by an endless loop or wait ends at the timeout, and the next call works', async () => {
    const host = await start(
      mjs(
        'if (event.loop) for (;;); if (event.wait) await new Promise((r) => setTimeout(r, 60000)); return "fine";',
      ),
      {
        timeoutMs: 250,
      },
    );
    for (const event of [{ loop: true }, { wait: true }]) {
      const result = await host.invoke('orders', event);
      expect(result.kind).toBe('timed-out');
      expect(result.kind === 'timed-out' && result.errorMessage).toMatch(
        /^\d{4}-\d\d-\d\dT[\d:.]+Z [0-9a-f-]{36} Task timed out after 0\.25 seconds$/,
      );
      expect(await host.invoke('orders', {})).toMatchObject({ kind: 'success', payload: 'fine' });
    }
  });

  it('by kill hits running calls only', async () => {
    const host = await start(
      mjs(
        'console.log("started"); if (event.hang) await new Promise((r) => setTimeout(r, 60000)); return "fine";',
      ),
    );
    const hanging = host.invoke('orders', { hang: true });
    await expect.poll(() => lines.length).toBe(1);
    host.kill('orders');
    const result = await hanging;
    expect(result).toMatchObject({ kind: 'function-error', errorType: 'Runtime.ExitError' });
    expect(result.kind === 'function-error' && result.errorMessage).toMatch(/^RequestId: .* signal: killed$/);
    expect(await host.invoke('orders', {})).toMatchObject({ kind: 'success', payload: 'fine' });
  });

  it('by stop ends running and queued calls', async () => {
    const host = await start(mjs('for (;;);'), { timeoutMs: 60_000 });
    const calls = Array.from({ length: 12 }, () => host.invoke('orders', {}));
    await host.stop();
    const results = await Promise.all([...calls, host.invoke('orders', {})]);
    expect(results.map(({ kind }) => kind)).toEqual(Array.from({ length: 13 }, () => 'function-error'));
  });
});

describe('services', () => {
  it.each([
    [
      'index.mjs',
      'import { DynamoDBClient } from "@aws-sdk/client-dynamodb"; import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb"; const exports = {}; export { handler };',
    ],
    [
      'index.js',
      'const { DynamoDBClient } = require("@aws-sdk/client-dynamodb"); const { DynamoDBDocument } = require("@aws-sdk/lib-dynamodb"); setImmediate(() => {}); exports.handler = (...a) => handler(...a);',
    ],
  ])('are reached by the AWS SDK of the runtime from %s', async (file, imports) => {
    const test = await startTestDatabase();
    await test.database.call('CreateTable', ordersTable);
    const code = `${imports}
      const table = DynamoDBDocument.from(new DynamoDBClient({}));
      async function handler(event) {
        await table.put({ TableName: 'orders', Item: event });
        return (await table.get({ TableName: 'orders', Key: { id: event.id } })).Item;
      }`;
    const host = await start({ [file]: code }, {}, { AWS_ENDPOINT_URL_DYNAMODB: test.url });
    const event = { id: 'o1', total: 12.5 };
    expect(await host.invoke('orders', event)).toMatchObject({ kind: 'success', payload: event });
    await test.stop();
  });

  it('call functions by the AWS SDK', async () => {
    const host = await start(
      mjs('console.log("called"); if (event.fail) throw new TypeError("asked to"); return { got: event };'),
    );
    const server = createServer(lambdaInvokeHttp(host));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const client = new LambdaClient({
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
    const invoke = async (input: {
      FunctionName: string;
      Payload?: string;
      InvocationType?: 'Event' | 'DryRun';
    }) => {
      const { StatusCode, FunctionError, Payload } = await client.send(new InvokeCommand(input));
      const text = Payload?.transformToString() ?? '';
      return { StatusCode, FunctionError, payload: text === '' ? undefined : (JSON.parse(text) as unknown) };
    };
    expect(await invoke({ FunctionName: 'orders', Payload: '{"a":"ü"}' })).toEqual({
      StatusCode: 200,
      FunctionError: undefined,
      payload: { got: { a: 'ü' } },
    });
    const FunctionName = 'arn:aws:lambda:eu-central-1:123456789012:function:orders:live';
    expect(await invoke({ FunctionName, Payload: '{"fail":true}' })).toMatchObject({
      StatusCode: 200,
      FunctionError: 'Unhandled',
      payload: { errorType: 'TypeError', errorMessage: 'asked to' },
    });
    const calledBefore = lines.filter(({ text }) => text === 'called').length;
    expect(await invoke({ FunctionName: 'orders', InvocationType: 'DryRun' })).toMatchObject({
      StatusCode: 204,
    });
    expect(await invoke({ FunctionName: 'orders', InvocationType: 'Event' })).toMatchObject({
      StatusCode: 202,
    });
    await expect.poll(() => lines.filter(({ text }) => text === 'called').length).toBe(calledBefore + 1);
    await expect(invoke({ FunctionName: 'nobody' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(invoke({ FunctionName: 'orders', Payload: '{' })).rejects.toMatchObject({
      name: 'InvalidRequestContentException',
    });
    client.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
});
