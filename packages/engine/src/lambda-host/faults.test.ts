import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { handlerOf, startTestHost, writeFiles } from './testing/start-test-host.ts';

describe('a fault of one function', () => {
  it('after its answer ends its environment only; the next call gets a new one', async () => {
    const late = handlerOf(`
      if (event.late) setTimeout(() => { throw new Error("after the answer"); }, 20);
      globalThis.calls = (globalThis.calls ?? 0) + 1;
      return globalThis.calls;`);
    const { host, lines } = await startTestHost({ orders: late, others: handlerOf('return "fine";') });
    expect(await host.invoke('orders', { late: true })).toMatchObject({ kind: 'success', payload: 1 });
    await expect.poll(() => lines.map(({ text }) => text)).toContain('Error: after the answer');
    await expect.poll(() => host.invoke('orders', {})).toMatchObject({ kind: 'success', payload: 1 });
    expect(await host.invoke('others', {})).toMatchObject({ kind: 'success', payload: 'fine' });
  });

  it.each([
    ['console', 'for (;;) console.log("flood");'],
    ['standard output', 'for (;;) process.stdout.write("flood\\n");'],
  ])('that floods its %s is cut off in time, and others go on', async (_name, body) => {
    const { host, lines } = await startTestHost(
      { orders: handlerOf(body), others: handlerOf('return "fine";') },
      { timeoutMs: 1000 },
    );
    const flood = host.invoke('orders', {});
    expect(await host.invoke('others', {})).toMatchObject({ kind: 'success', payload: 'fine' });
    // A stream without reader fills the memory of the function; a loop of console.log runs until its timeout.
    expect((await flood).kind).not.toBe('success');
    expect(lines.length).toBeLessThan(100_000);
    expect(await host.invoke('others', {})).toMatchObject({ kind: 'success', payload: 'fine' });
  });

  it.each([
    ['null', 'null', 'handled', 'callback called with Error argument'],
    ['undefined', 'undefined', 'handled', 'callback called with Error argument'],
    ['a number', '42', 'number', '42'],
    ['an object', '{ code: 1 }', 'object', '[object Object]'],
    ['an error of another kind', '{ name: "Odd", message: "so so", stack: "Odd: so so" }', 'Odd', 'so so'],
  ])('that throws %s is worded as by the runtime of Lambda', async (_name, thrown, errorType, message) => {
    const { host } = await startTestHost({ orders: handlerOf(`throw ${thrown};`) });
    const result = await host.invoke('orders', {});
    expect(result).toMatchObject({ kind: 'function-error', errorType });
    expect(result.kind === 'function-error' && result.errorMessage).toContain(message);
  });

  it('by a circular result is an error of that call', async () => {
    const { host } = await startTestHost({
      orders: handlerOf('const a = {}; a.a = a; return event.bad ? a : 1;'),
    });
    expect(await host.invoke('orders', { bad: true })).toMatchObject({
      kind: 'function-error',
      errorMessage: 'Unable to stringify response body',
    });
    expect(await host.invoke('orders', {})).toMatchObject({ kind: 'success', payload: 1 });
  });

  it('traces to the TypeScript source through its source map', async () => {
    const test = await startTestHost({ orders: {} });
    const source = join(test.directory, 'handler.ts');
    const code = `interface Order { id: string }

export const handler = async ({ id }: Order): Promise<void> => {
  throw new Error(id);
};
`;
    await writeFiles(test.directory, { 'handler.ts': code });
    await build({
      entryPoints: [source],
      outfile: join(test.directory, 'orders', 'index.js'),
      format: 'cjs',
      platform: 'node',
      minify: true,
      sourcemap: true,
    });
    const result = await test.host.invoke('orders', { id: 'o-1' });
    expect(result.kind === 'function-error' && result.trace.join('\n')).toMatch(
      /^Error: o-1\n +at .*handler\.ts:4:9/,
    );
  });
});

describe('reserved concurrency', () => {
  it('refuses calls above it with TooManyRequestsException', async () => {
    const slow = handlerOf('await new Promise((r) => setTimeout(r, 200)); return 1;');
    const { host } = await startTestHost({ orders: slow }, { reservedConcurrency: 2 });
    const results = await Promise.allSettled([1, 2, 3].map(() => host.invoke('orders', {})));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(results[2]).toMatchObject({
      reason: { name: 'TooManyRequestsException', message: 'Rate Exceeded.' },
    });
    expect(await host.invoke('orders', {})).toMatchObject({ kind: 'success' });
  });

  it('of 0 switches a function off', async () => {
    const { host } = await startTestHost({ orders: handlerOf('return 1;') }, { reservedConcurrency: 0 });
    await expect(host.invoke('orders', {})).rejects.toMatchObject({ name: 'TooManyRequestsException' });
  });
});

describe('a function that can not run here', () => {
  it('answers with an error that says why', async () => {
    const { host } = await startTestHost({ report: {} }, { notRunnable: 'its runtime is python3.13' });
    host.warm();
    expect(await host.invoke('report', {})).toMatchObject({
      kind: 'function-error',
      errorType: 'Runtime.NotSupported',
      errorMessage: 'The function "report" does not run on this machine: its runtime is python3.13.',
    });
  });
});
