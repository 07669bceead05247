import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionModel, handlerOf, startTestHost, writeFiles } from './testing/start-test-host.ts';

describe('a handler', () => {
  it('gets event, context and its own environment', async () => {
    const body = `return { event, env: process.env, remaining: context.getRemainingTimeInMillis(),
      context: JSON.parse(JSON.stringify(context)) };`;
    const { host, directory } = await startTestHost(
      { orders: handlerOf(body) },
      { environment: { TABLE: 'orders' } },
      { environment: { AWS_ENDPOINT_URL_LAMBDA: 'http://x' } },
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
    const { host } = await startTestHost({ orders: { 'index.js': code } });
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
    const { host } = await startTestHost({ orders: files }, { handler });
    expect(await host.invoke('orders', {})).toMatchObject({ kind: 'success', payload: 1 });
  });

  it('stays warm, and is loaded again after reload and from another folder', async () => {
    const counter = (name: string) => ({
      'index.mjs': `let calls = 0; export const handler = async () => '${name}' + (calls += 1);`,
    });
    const { host, directory } = await startTestHost({ orders: counter('a') });
    const call = async () => {
      const result = await host.invoke('orders', {});
      return result.kind === 'success' ? result.payload : result;
    };
    expect([await call(), await call()]).toEqual(['a1', 'a2']);
    host.reload('orders');
    expect(await call()).toBe('a1');
    await writeFiles(join(directory, 'other'), counter('b'));
    host.setCodeDirectory('orders', join(directory, 'other'));
    expect([await call(), await call()]).toEqual(['b1', 'b2']);
    await writeFiles(join(directory, 'added'), handlerOf('return "new"'));
    host.update([functionModel('added', join(directory, 'added'))]);
    await expect(call()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect(await host.invoke('added', {})).toMatchObject({ kind: 'success', payload: 'new' });
  });

  it('forwards its output line by line', async () => {
    const { host, lines } = await startTestHost({
      orders: handlerOf(
        'console.log("one\\ntwo", { a: 1 }); console.error("bad"); process.stdout.write("raw\\n");',
      ),
    });
    await host.invoke('orders', {});
    await expect.poll(() => lines.map(({ text }) => text)).toContain('raw');
    expect(lines).toContainEqual({ functionName: 'orders', level: 'info', text: 'one' });
    expect(lines).toContainEqual({ functionName: 'orders', level: 'info', text: 'two { a: 1 }' });
    expect(lines).toContainEqual({ functionName: 'orders', level: 'error', text: 'bad' });
  });

  it('runs side by side up to the limit, the rest queue', async () => {
    const { host } = await startTestHost({
      orders: {
        'index.mjs': `let running = 0; const id = Math.random();
        export const handler = async () => { running += 1; await new Promise((r) => setTimeout(r, 150)); running -= 1;
          return { id, overlapped: running > 0 }; };`,
      },
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
