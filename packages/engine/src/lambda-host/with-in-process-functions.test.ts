import { expect, it } from 'vitest';
import { createLambdaHost } from './create-lambda-host.ts';
import type { InProcessFunction } from './with-in-process-functions.ts';
import { withInProcessFunctions } from './with-in-process-functions.ts';

function hostWith(functions: Record<string, InProcessFunction>) {
  const elsewhere = createLambdaHost({
    functions: [],
    environment: {},
    log: () => undefined,
    sdkResolveFrom: import.meta.dirname,
  });
  return withInProcessFunctions(elsewhere, new Map(Object.entries(functions)), () => 0);
}

it('runs the function and counts its calls', async () => {
  const host = hostWith({ echo: (event) => Promise.resolve({ event }) });
  expect(await host.invoke('echo', 1)).toEqual({ kind: 'success', payload: { event: 1 }, durationMs: 0 });
  expect(host.activity('echo')).toMatchObject({ invocations: 1, errors: 0, runningCalls: 0 });
});

it('hands on the event itself where that is asked for', async () => {
  const event = { arguments: {} };
  const host = hostWith({ same: { takesEventAsIs: (one) => Promise.resolve(one === event) } });
  expect(await host.invoke('same', event)).toMatchObject({ payload: true });
});

it('makes a function error of what is thrown', async () => {
  const host = hostWith({ fail: () => Promise.reject(new TypeError('no event')) });
  expect(await host.invoke('fail', {})).toMatchObject({
    kind: 'function-error',
    errorType: 'TypeError',
    errorMessage: 'no event',
  });
  expect(host.activity('fail')).toMatchObject({ invocations: 1, errors: 1 });
});

it('hands other calls on', async () => {
  const host = hostWith({ echo: (event) => Promise.resolve(event) });
  await expect(async () => host.invoke('other', {})).rejects.toThrow('Function not found: other');
});
