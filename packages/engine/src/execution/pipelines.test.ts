import { describe, expect, it } from 'vitest';
import { PASS_THROUGH, pipeline, pipelineFunction, startTestApi, unit } from './testing/test-api.ts';

const SCHEMA = 'type Query { value: AWSJSON, plain: String }';
const AFTER = {
  request: 'return { a: 1 };',
  response: 'return { prev: ctx.prev.result, result: ctx.result };',
};

function read(body: { readonly data?: Readonly<Record<string, unknown>> | null }): unknown {
  return JSON.parse(String(body.data?.['value']));
}

function early(options: string) {
  return pipelineFunction('early', 'NONE', {
    request: `runtime.earlyReturn({ c: 3 }${options});`,
    response: 'util.error("response ran");',
  });
}

const first = pipelineFunction('first', 'NONE', {
  request: 'ctx.stash.seen = ctx.prev.result; return { payload: { b: 2 } };',
  response: 'return { ...ctx.result, before: ctx.prev.result, seen: ctx.stash.seen };',
});

const last = pipelineFunction('last', 'NONE', {
  request: 'return { payload: { last: ctx.prev.result } };',
  response: 'return ctx.result;',
});

describe('pipelines', () => {
  it('hands results on through prev.result and shares the stash', async () => {
    const { run } = startTestApi({
      schema: SCHEMA,
      functions: [first, last],
      resolvers: [pipeline('Query.value', ['first', 'last'], AFTER)],
    });
    const { body, trace } = await run('{ value }');
    const result = { last: { b: 2, before: { a: 1 }, seen: { a: 1 } } };
    expect(read(body)).toEqual({ prev: result, result });
    expect(trace.dataSourceCalls).toEqual({ NONE: 2 });
    expect(trace.calls.map((call) => call.resolver)).toEqual(['Query.value/first', 'Query.value/last']);
    expect(trace.resolverCount).toBe(1);
  });

  it('D17 goes on with the next function after an early return', async () => {
    const { run } = startTestApi({
      schema: SCHEMA,
      functions: [early(''), last],
      resolvers: [pipeline('Query.value', ['early', 'last'], AFTER)],
    });
    expect(read((await run('{ value }')).body)).toMatchObject({ result: { last: { c: 3 } } });
  });

  it("D17 skips to the after handler with skipTo 'END'", async () => {
    const { run } = startTestApi({
      schema: SCHEMA,
      functions: [early(", { skipTo: 'END' }"), last],
      resolvers: [pipeline('Query.value', ['early', 'last'], AFTER)],
    });
    expect(read((await run('{ value }')).body)).toEqual({ prev: { c: 3 }, result: { c: 3 } });
  });

  it('D17 skips all functions when the before handler returns early', async () => {
    const before = {
      request: 'runtime.earlyReturn({ z: 1 });',
      response: 'return { after: ctx.prev.result };',
    };
    const { run } = startTestApi({
      schema: SCHEMA,
      functions: [last],
      resolvers: [pipeline('Query.value', ['last'], before)],
    });
    const { body, trace } = await run('{ value }');
    expect(read(body)).toEqual({ after: { z: 1 } });
    expect(trace.calls).toEqual([]);
  });

  it('D17 takes an early return of a unit resolver as the value', async () => {
    const resolver = unit('Query.plain', 'NONE', {
      request: 'runtime.earlyReturn("soon");',
      response: 'util.error("response ran");',
    });
    const { run } = startTestApi({ schema: SCHEMA, resolvers: [resolver] });
    expect((await run('{ plain }')).body).toEqual({ data: { plain: 'soon' } });
  });

  it('D17 fails an early return without value in a unit resolver, unless told otherwise', async () => {
    const resolvers = [
      unit('Query.plain', 'NONE', { request: 'runtime.earlyReturn(null);', response: 'return null;' }),
    ];
    const faithful = await startTestApi({ schema: SCHEMA, resolvers }).run('{ plain }');
    expect(faithful.body.errors).toMatchObject([{ errorType: 'Code', message: 'Runtime Error' }]);
    const options = { fidelity: { emptyEarlyReturn: 'null' as const } };
    const lenient = await startTestApi({ schema: SCHEMA, resolvers, options }).run('{ plain }');
    expect(lenient.body).toEqual({ data: { plain: null } });
  });

  it('goes on after a function that only appends an error', async () => {
    const { run } = startTestApi({
      schema: SCHEMA,
      functions: [
        pipelineFunction('warn', 'NONE', {
          request: 'return { payload: 1 };',
          response: 'util.appendError("odd", "Odd"); return "kept";',
        }),
      ],
      resolvers: [pipeline('Query.plain', ['warn'], PASS_THROUGH)],
    });
    const { body } = await run('{ plain }');
    expect(body.data).toEqual({ plain: 'kept' });
    expect(body.errors).toHaveLength(1);
  });
});
