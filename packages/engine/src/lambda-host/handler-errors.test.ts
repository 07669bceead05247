import { describe, expect, it } from 'vitest';
import { handlerOf, startTestHost } from './testing/start-test-host.ts';

describe('a fault', () => {
  it('that is thrown keeps name, message and mapped stack', async () => {
    const code = `class OutOfStock extends Error { name = 'OutOfStock'; }
      export const handler = async () => { throw new OutOfStock('none left'); };`;
    const { host } = await startTestHost({ orders: { 'index.mjs': code } });
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
      handlerOf('return 1n;'),
      'index.handler',
      'Error',
      'Unable to stringify response body',
    ],
    [
      'process.exit',
      handlerOf('process.exit(3);'),
      'index.handler',
      'Runtime.ExitError',
      'Error: Runtime exited with error: exit status 3',
    ],
    [
      'an unhandled rejection',
      handlerOf('Promise.reject(new Error("lost")); await new Promise((r) => setTimeout(r, 500));'),
      'index.handler',
      'Runtime.UnhandledPromiseRejection',
      'Error: lost',
    ],
    [
      'an uncaught exception',
      handlerOf(
        'setTimeout(() => { throw new RangeError("late"); }); await new Promise((r) => setTimeout(r, 500));',
      ),
      'index.handler',
      'RangeError',
      'late',
    ],
    [
      'a full memory',
      handlerOf('const all = []; for (;;) all.push(new Array(100000).fill(event.x + Math.random()));'),
      'index.handler',
      'Runtime.OutOfMemory',
      'signal: killed',
    ],
    [
      'a result over 6 MB',
      handlerOf('return "x".repeat(7 * 1024 * 1024);'),
      'index.handler',
      'Function.ResponseSizeTooLarge',
      'exceeded maximum allowed payload size',
    ],
  ])('by %s is a function error, call after call', async (_name, files, handler, errorType, message) => {
    const { host } = await startTestHost({ orders: files }, { handler });
    await host.invoke('orders', {});
    const result = await host.invoke('orders', {});
    expect(result).toMatchObject({ kind: 'function-error', errorType });
    expect(result.kind === 'function-error' && result.errorMessage).toContain(message);
  });

  it('by an endless loop or wait ends at the timeout, and the next call works', async () => {
    const { host } = await startTestHost(
      {
        orders: handlerOf(
          'if (event.loop) for (;;); if (event.wait) await new Promise((r) => setTimeout(r, 60000)); return "fine";',
        ),
      },
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
    const { host, lines } = await startTestHost({
      orders: handlerOf(
        'console.log("started"); if (event.hang) await new Promise((r) => setTimeout(r, 60000)); return "fine";',
      ),
    });
    const hanging = host.invoke('orders', { hang: true });
    await expect.poll(() => lines.length).toBe(1);
    host.kill('orders');
    const result = await hanging;
    expect(result).toMatchObject({ kind: 'function-error', errorType: 'Runtime.ExitError' });
    expect(result.kind === 'function-error' && result.errorMessage).toMatch(/^RequestId: .* signal: killed$/);
    expect(await host.invoke('orders', {})).toMatchObject({ kind: 'success', payload: 'fine' });
  });

  it('by stop ends running and queued calls', async () => {
    const { host } = await startTestHost({ orders: handlerOf('for (;;);') }, { timeoutMs: 60_000 });
    const calls = Array.from({ length: 12 }, () => host.invoke('orders', {}));
    await host.stop();
    const results = await Promise.all([...calls, host.invoke('orders', {})]);
    expect(results.map(({ kind }) => kind)).toEqual(Array.from({ length: 13 }, () => 'function-error'));
  });
});
