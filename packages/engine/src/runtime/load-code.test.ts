import { describe, expect, it } from 'vitest';
import { loadCode } from './load-code.ts';
import { contextOf, evaluateExpression, runCode } from './testing/run-code.ts';

function load(code: string) {
  const loaded = loadCode(code, { name: 'Query.product' });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  return loaded.code;
}

function messageOf(code: string): string | undefined {
  const outcome = runCode(code);
  return outcome.kind === 'error' ? outcome.error.message : undefined;
}

describe('handlers', () => {
  it('knows which handlers the module exports', () => {
    const code = load('const answer = (ctx) => ctx.result; export { answer as response };');
    expect([code.name, code.has('request'), code.has('response')]).toEqual(['Query.product', false, true]);
    expect(code.evaluate('response', contextOf({ result: [1] }))).toMatchObject({
      kind: 'value',
      value: [1],
    });
  });

  it('shows changes of stash and arguments to the engine', () => {
    const context = contextOf({ arguments: { id: '1' } });
    load(
      'export const request = (ctx) => { ctx.stash.seen = true; ctx.arguments.id = "2"; return ctx.args.id; }',
    ).evaluate('request', context);
    expect([context.stash, context.args]).toEqual([{ seen: true }, { id: '2' }]);
  });

  it('keeps no state of the module between calls', () => {
    const code = load(
      'const seen = []; let n = 0; export const request = () => { n += 1; seen.push(n); return seen; }',
    );
    const values = [1, 2].map(() => code.evaluate('request', contextOf()));
    expect(values).toMatchObject([{ value: [1] }, { value: [1] }]);
  });

  it('can be entered again after a fault', () => {
    const code = load('export const request = (ctx) => ctx.args.a.b;');
    expect(code.evaluate('request', contextOf()).kind).toBe('error');
    expect(code.evaluate('request', contextOf({ arguments: { a: { b: 1 } } }))).toMatchObject({ value: 1 });
  });
});

describe('endings', () => {
  it('D14 reports util.error with all its parts', () => {
    expect(
      runCode("export const request = () => util.error('No', 'Denied', { id: 1 }, { why: 2 });"),
    ).toMatchObject({
      kind: 'error',
      error: { message: 'No', errorType: 'Denied', data: { id: 1 }, errorInfo: { why: 2 } },
    });
    expect(runCode("export const request = () => util.error('No');")).toMatchObject({
      error: { message: 'No', errorType: null, data: null, errorInfo: null },
    });
  });

  it('writes an error type that is no text as JSON, as samples use a status', () => {
    expect(runCode("export const request = () => util.error('No', 404);")).toMatchObject({
      error: { errorType: '404' },
    });
  });

  it('D15 goes on after util.appendError', () => {
    expect(runCode("export const request = () => { util.appendError('a', 'T'); return 1; };")).toMatchObject({
      kind: 'value',
      value: 1,
      appendedErrors: [{ message: 'a', errorType: 'T', data: null, errorInfo: null }],
    });
  });

  it('D17 stops at util.unauthorized and runtime.earlyReturn', () => {
    expect(runCode('export const request = () => util.unauthorized();').kind).toBe('unauthorized');
    expect(
      runCode(
        "export const request = () => { runtime.earlyReturn({ a: 1 }, { skipTo: 'END' }); return 2; };",
      ),
    ).toMatchObject({ kind: 'early-return', value: { a: 1 }, skipTo: 'END' });
    expect(runCode('export const request = () => runtime.earlyReturn();')).toMatchObject({
      kind: 'early-return',
      value: null,
      skipTo: undefined,
    });
  });

  it('D13 places faults of the code', () => {
    expect(runCode('export function request(ctx) {\n  const a = null;\n  return a.b;\n}')).toMatchObject({
      kind: 'error',
      error: {
        errorType: 'Code',
        message: "code.js:3:12: TypeError: Cannot read properties of null (reading 'b')",
      },
    });
    expect(messageOf('export function request(ctx) {\n  return missing;\n}')).toBe(
      'code.js:2:3: ReferenceError: missing is not defined',
    );
  });

  it('places faults behind inserted code and those of the library', () => {
    const code = `import { util } from '@aws-appsync/utils';
export function request(ctx) {
  for (const a of [1]) if (typeof a === 'number') ctx.args.b.c;
}`;
    expect(messageOf(code)).toBe(
      "code.js:3:62: TypeError: Cannot read properties of undefined (reading 'c')",
    );
    expect(messageOf("export const request = (ctx) =>\n  util.time.nowFormatted('b');")).toBe(
      'code.js:2:3: Unknown pattern letter: b',
    );
  });
});

describe('what the engine is told', () => {
  it('collects log lines as EvaluateCode prints them', () => {
    const { logs } = runCode(
      "export function request(ctx) {\n  console.log('text', { a: 1 });\n  console.error(1);\n  console.debug(null);\n}",
    );
    expect(logs).toEqual([
      { level: 'info', text: 'code.js:2:3: "text" {"a":1}' },
      { level: 'error', text: 'code.js:3:3: 1' },
      { level: 'debug', text: 'code.js:4:3: null' },
    ]);
  });

  it('collects calls of extensions', () => {
    const { extensions } = runCode(`import { extensions } from '@aws-appsync/utils';
export function request(ctx) {
  extensions.setSubscriptionFilter({ filterGroup: [] });
  extensions.setSubscriptionInvalidationFilter({ filterGroup: [1] });
  extensions.invalidateSubscriptions({ subscriptionField: 'onX', payload: { id: 1 } });
  extensions.evictFromApiCache('Query', 'x', { 'ctx.args.id': 1 });
}`);
    expect(extensions).toEqual([
      { kind: 'set-subscription-filter', filter: { filterGroup: [] } },
      { kind: 'set-subscription-invalidation-filter', filter: { filterGroup: [1] } },
      { kind: 'invalidate-subscriptions', subscriptionField: 'onX', payload: { id: 1 } },
      { kind: 'evict-from-api-cache', typeName: 'Query', fieldName: 'x', keys: { 'ctx.args.id': 1 } },
    ]);
  });
});

it('D49 refuses results over 5 MB and results that contain themselves', () => {
  const run = (chars: number) =>
    runCode('export const request = (ctx) => [ctx.args.text];', {
      context: { arguments: { text: 'x'.repeat(chars) } },
    });
  expect(run(5_000_000).kind).toBe('value');
  expect(run(5_300_000)).toMatchObject({ kind: 'error', error: { errorType: 'Code' } });
  expect(runCode('export const request = (ctx) => { const a = {}; a.b = [a]; return a; };').kind).toBe(
    'error',
  );
});

describe('loops', () => {
  const loop = (count: number): string =>
    `export function request(ctx) {\n  let n = 0;\n  for (const a of ctx.args.list) for (const b of [1]) n += 1;\n  return n;\n} // ${count}`;

  it('D49 allows 1,000 iterations of each loop', () => {
    const run = (count: number) =>
      runCode(loop(count), { context: { arguments: { list: Array(count).fill(0) } } });
    expect(run(1000)).toMatchObject({ kind: 'value', value: 1000 });
    expect(run(1001)).toMatchObject({
      kind: 'error',
      error: { errorType: 'Code', message: 'code.js:3:3: The loop exceeded the limit of 1000 iterations.' },
    });
  });

  it('ends a loop that feeds itself', () => {
    expect(
      runCode('export const request = () => { const l = [1]; for (const a of l) l.push(a); };').kind,
    ).toBe('error');
  });
});

describe('what AppSync does differently', () => {
  it('D21 leaves the selection out of the JSON of info', () => {
    expect(evaluateExpression('JSON.stringify(ctx.info)')).toBe(
      '{"fieldName":"product","parentTypeName":"Query","variables":{}}',
    );
  });

  it.each(["'{'", "''", "'undefined'", 'undefined'])('D46 JSON.parse(%s) is an empty string', (text) => {
    expect(evaluateExpression(`JSON.parse(${text})`)).toBe('');
  });

  it.each([
    ["'a.b'.replace('.', '-')", '-.b'],
    ["'a.b.c'.replaceAll('\\\\.', '-')", 'a-b-c'],
    ["'2026-11-21'.replace('(\\\\d+)-(\\\\d+)', '$2/$1')", '11/2026-21'],
    ["'A-b_c'.replaceAll('[\\\\w&&[^_]]', '')", '-_'],
  ])('D47 %s takes the pattern as a Java regex', (expression, value) => {
    expect(evaluateExpression(expression)).toBe(value);
  });

  it.each(['typeof ((a) => a)', 'typeof util.error', 'typeof ctx.constructor'])(
    'D48 %s is undefined',
    (expression) => {
      expect(evaluateExpression(expression)).toBe('undefined');
    },
  );

  it.each(['ctx.constructor', "''.constructor", 'util.error.constructor', "ctx['constructor']"])(
    'D48 %s is not there',
    (expression) => {
      expect(evaluateExpression(expression)).toBeUndefined();
    },
  );

  it('D48 has no Array.isArray, and sorts without a comparator only', () => {
    expect(messageOf('export const request = () => Array.isArray([]);')).toContain(
      'Array.isArray is not a function',
    );
    const sorted = loadCode('export const request = () => [2, 1].sort((a, b) => a - b);', { name: 'a' });
    expect(sorted).toMatchObject({
      ok: false,
      errors: [{ value: 'Functions can not be passed as an argument', location: { line: 1, column: 30 } }],
    });
  });
});

describe('built-ins', () => {
  it.each([
    ['JSON.parse(\'{"a":[1]}\')', { a: [1] }],
    ['typeof ctx', 'object'],
    ['typeof missing', 'undefined'],
    ['[3, 1, 2].sort()', [1, 2, 3]],
    ["'abc'.substring(1)", 'bc'],
    ['ctx.args.car.constructor', 'Ferrari'],
    ['ctx.args.list.length', 2],
    ['Math.max(1, 2) + Math.floor(1.5)', 3],
    ['Object.hasOwn(ctx.args, "car")', true],
    [
      '[typeof Date, typeof Promise, typeof Map, typeof process, typeof globalThis, typeof eval]',
      Array(6).fill('undefined'),
    ],
    ['`${[1, 2]} ${1.5} ${true}`', '1,2 1.5 true'],
    ['String.raw`a\\n`', 'a\\n'],
  ])('%s', (expression, value) => {
    const context = { arguments: { car: { constructor: 'Ferrari' }, list: [1, 2] } };
    expect(evaluateExpression(expression, { context })).toEqual(value);
  });

  it.each([
    ["['a'].includes('a')", 'includes is not a function'],
    ["'abc'.at(0)", 'at is not a function'],
    ['ctx.args.list.toSorted()', 'toSorted is not a function'],
    ['(1.5).toFixed(1)', 'toFixed is not a function'],
    ['Math.abs(-1)', 'Math.abs is not a function'],
    ['Number("1")', 'Number is not a function'],
    ['new Date()', 'Date is not defined'],
  ])('%s fails', (expression, message) => {
    const outcome = runCode(`export const request = (ctx) => (${expression});`, {
      context: { arguments: { list: [1] } },
    });
    expect(outcome.kind === 'error' && outcome.error.message).toContain(message);
  });

  it('does not see the realm of the engine through computed names', () => {
    const outcome = runCode(
      "export const request = (ctx) => { const k = 'constructor'; return [''[k], [][k], (() => 1)[k]]; };",
    );
    expect(outcome).toMatchObject({ value: [undefined, undefined, undefined] });
  });

  it('draws from the given randomness and clock', () => {
    const load = { random: () => 0.5, now: () => Date.UTC(2026, 0, 2) };
    expect(
      evaluateExpression('[Math.random(), util.math.randomDouble(), util.time.nowISO8601()]', { load }),
    ).toEqual([0.5, 0.5, '2026-01-02T00:00:00.000Z']);
  });
});
