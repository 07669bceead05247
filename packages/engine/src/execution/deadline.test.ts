/** The 30 seconds of a request, with a clock that the test moves. */
import { describe, expect, it } from 'vitest';
import type { StartTimer } from './deadline.ts';
import {
  type TestApi,
  PASS_THROUGH,
  constant,
  directLambda,
  pipeline,
  pipelineFunction,
  startTestApi,
  unit,
} from './testing/test-api.ts';

const SCHEMA = `
  type Query { slow: Item  plain: String }
  type Mutation { first: String  second: String  chain: String }
  type Item { id: ID  name: String  given: String }
`;

const LATE = {
  path: ['slow', 'name'],
  data: null,
  errorType: 'ExecutionTimeout',
  errorInfo: null,
  locations: [{ line: 1, column: 13, sourceName: null }],
  message: 'Execution timed out',
};

/** Lambda functions "slow", which lets the time run out and then answers or never does, and "next", which counts. */
function start(test: Pick<TestApi, 'resolvers' | 'functions'>, slowAnswer?: unknown) {
  const timers = new Map<symbol, { readonly delayMs: number; readonly run: () => void }>();
  const startTimer: StartTimer = (delayMs, run) => {
    const key = Symbol('timer');
    timers.set(key, { delayMs, run });
    return () => void timers.delete(key);
  };
  const delays: number[] = [];
  const started: unknown[] = [];
  const slow = (): Promise<unknown> => {
    for (const { delayMs, run } of timers.values()) {
      delays.push(delayMs);
      run();
    }
    return slowAnswer === undefined ? new Promise(() => undefined) : Promise.resolve(slowAnswer);
  };
  const next = (event: unknown): unknown => {
    started.push(event);
    return 'done';
  };
  const lambdas = { slow, next };
  return {
    ...startTestApi({ schema: SCHEMA, lambdas, ...test, options: { startTimer } }),
    started,
    delays,
    timers,
  };
}

const ignoringErrors = (field: string, source: string, fallback: string) =>
  unit(field, source, {
    request: 'return { operation: "Invoke" };',
    response: `return ctx.result ?? ${fallback};`,
  });

describe('the time of a request', () => {
  it('is 30 seconds, and is no longer counted when the answer is there', async () => {
    const { run, delays } = start({ resolvers: [directLambda('Query.slow', 'slow')] });
    await run('{ slow { id } }');
    expect(delays).toEqual([30_000]);
    const quick = start({ resolvers: [constant('Query.plain', 'x')] });
    await quick.run('{ plain }');
    expect(quick.timers.size).toBe(0);
  });

  it('fails resolvers that have not begun, without starting them, and keeps what is there', async () => {
    const { run, started } = start({
      resolvers: [
        constant('Query.plain', 'there'),
        ignoringErrors('Query.slow', 'slow', '{ id: "1", given: "g" }'),
        directLambda('Item.name', 'next'),
      ],
    });
    const { status, body } = await run('{ slow { id name given } }');
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        data: { slow: { id: '1', name: null, given: 'g' } },
        errors: [LATE],
      },
    });
    expect((await run('{ plain }')).body).toEqual({ data: { plain: 'there' } });
    expect(started).toEqual([]);
  });

  it('starts no later field of a mutation', async () => {
    const { run, started } = start({
      resolvers: [
        ignoringErrors('Mutation.first', 'slow', '"late"'),
        directLambda('Mutation.second', 'next'),
      ],
    });
    const { body } = await run('mutation { first second }');
    expect(body.data).toEqual({ first: 'late', second: null });
    expect(body.errors).toMatchObject([{ path: ['second'], message: 'Execution timed out' }]);
    expect(started).toEqual([]);
  });

  it('starts no later call of a pipeline', async () => {
    const invoke = { request: 'return { operation: "Invoke" };' };
    const { run, started } = start({
      functions: [
        pipelineFunction('one', 'slow', { ...invoke, response: 'return ctx.error.type;' }),
        pipelineFunction('two', 'next', { ...invoke, response: 'return ctx.error.message;' }),
      ],
      resolvers: [pipeline('Mutation.chain', ['one', 'two'], PASS_THROUGH)],
    });
    expect((await run('mutation { chain }')).body).toEqual({ data: { chain: 'Execution timed out.' } });
    expect(started).toEqual([]);
  });
});
