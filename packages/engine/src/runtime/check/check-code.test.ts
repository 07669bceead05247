import { describe, expect, it } from 'vitest';
import { checkCode } from './check-code.ts';

const library = {
  '@aws-appsync/utils': {
    util: { error: null, time: { nowISO8601: null }, str: { normalize: null } },
    runtime: { earlyReturn: null },
  },
  '@aws-appsync/utils/dynamodb': { get: null, operations: { add: null } },
};

/** The messages for a request handler with that body; `before` is put at module level. */
function messages(body: string, before = ''): string[] {
  const result = checkCode(`${before}\nexport function request(ctx) {\n${body}\n}`, library);
  return result.ok ? [] : result.errors.map(({ value }) => value);
}

describe('restrictions', () => {
  it.each([
    ['no-async', 'const f = async () => 1;', 'Async functions are not supported.'],
    ['no-classes', 'class A {}', 'Class declarations are not supported.'],
    ['no-for', 'for (let i = 0; i < 3; i += 1) {}', 'For statements are not supported.'],
    ['no-continue', 'for (const a of []) { continue; }', 'Continue statements are not supported'],
    ['no-generators', 'function* g() {}', 'Generator functions are not supported.'],
    ['no-labels', 'a: for (const b of []) { break a; }', 'Labeled statements are not supported.'],
    ['no-regex', 'return /a/;', 'Regex literals are not supported.'],
    ['no-this', 'return this;', 'This expressions are not supported.'],
    ['no-try', 'try { f(); } catch {}', 'Try statements are not supported.'],
    ['no-while', 'while (true) {}', 'While statements are not supported.'],
    ['no-while, do', 'do {} while (true);', 'do...while statements are not supported.'],
    ['unary ~', 'return ~1;', 'The operator ~ is not supported'],
    ['unary ++', 'let i = 0; i++;', 'The operator ++ is not supported'],
    ['unary --, prefix', 'let i = 0; --i;', 'The operator -- is not supported'],
    ['instanceof', 'return ctx instanceof Object;', 'The operator instanceof is not supported'],
    ['no-promise', 'new Promise();', 'Promise is not supported'],
    ['no-in-operator', 'return "a" in ctx;', 'in operator is not supported. Use Object.hasOwn().'],
    ['ctx', 'ctx = {};', 'ctx is readonly and re-assignment is not supported.'],
    ['ctx in a pattern', '[ctx] = [];', 'ctx is readonly and re-assignment is not supported.'],
    ['ctx.args', 'ctx.args = {};', 'ctx is readonly. Adding/Updating args is not supported.'],
    ["ctx['stash']", "ctx['stash'] = {};", 'ctx is readonly. Adding/Updating stash is not supported.'],
    ['delete', 'delete ctx.stash;', 'ctx is readonly. Adding/Updating stash is not supported.'],
    ['for in', 'for (ctx.x in {}) {}', 'ctx is readonly. Adding/Updating x is not supported.'],
    ['Object method', 'Object.freeze({});', 'Method ObjectConstructor.freeze is not implemented'],
    ['Array method', '[].keys();', 'Method Array.keys is not implemented'],
    ['Array static', 'Array.from([]);', 'Method Array.from is not implemented'],
    ['String method', "'a'.padStart(2);", 'Method String.padStart is not implemented'],
    ['via a constant', 'const l = []; l.entries();', 'Method Array.entries is not implemented'],
    ['Date method', 'const d = new Date(); d.setDate(1);', 'Method Date.setDate is not implemented'],
    ['sort', '[].sort((a, b) => a - b);', 'Functions can not be passed as an argument'],
    ['own function', 'const f = (g) => 1; f(() => 1);', 'Functions can not be passed as an argument'],
    ['by name', 'const f = (g) => 1; const h = () => 1; f(h);', 'Functions can not be passed as an argument'],
    ['reassign', 'const f = () => 1; const g = f;', 're-assigning function is not allowed'],
    ['reassign later', 'const f = () => 1; let g; g = f;', 're-assigning function is not allowed'],
    ['return', 'return () => 1;', 'returning a function is not allowed'],
    ['return by name', 'const f = () => 1; return f;', 'returning a function is not allowed'],
    ['arrow to arrow', 'const f = () => () => 1;', 'returning a function is not allowed'],
    ['throw', "throw 'x';", 'Throw statements are not supported. Use util.error().'],
    ['class expression', 'const a = class {};', 'Class expressions are not supported.'],
    ['dynamic import', "import('a');", 'Dynamic imports are not supported.'],
    ['accessor', 'return { get a() { return 1; } };', 'Getters and setters are not supported.'],
    ['unknown utility', 'util.toJson({});', "error TS2339: Property 'toJson' does not exist on type 'util'."],
    [
      'unknown nested utility',
      'util.time.now();',
      "error TS2339: Property 'now' does not exist on type 'util.time'.",
    ],
  ])('D44 refuses %s', (_name, body, message) => {
    expect(messages(body)).toContain(message);
  });

  it('D44 refuses await and yield where the grammar allows them', () => {
    expect(messages('', 'async function f() { await 1; }')).toEqual([
      'Async functions are not supported.',
      'The `await` keyword is not supported',
    ]);
    expect(messages('', 'function* f() { yield 1; }')).toEqual([
      'Generator functions are not supported.',
      'Yield statements are not supported',
    ]);
  });

  it('D44 names every call of a cycle', () => {
    expect(
      messages('', 'function a() { b(); } var b = function () { c(); }; const c = () => { a(); };'),
    ).toEqual([
      'Recursive function calls not supported. Detected cycle in a <-b <-c <-a',
      'Recursive function calls not supported. Detected cycle in b <-c <-a <-b',
      'Recursive function calls not supported. Detected cycle in c <-a <-b <-c',
    ]);
    expect(messages('', 'function f(n) { return n * f(n - 1); }')).toEqual([
      'Recursive function calls not supported. Detected cycle in f <-f',
    ]);
  });
});

describe('what is allowed', () => {
  it.each([
    ['callbacks of array methods', 'const f = (a) => a; return [1].map(f).filter((a) => a > 1);'],
    [
      'deep writes of the context',
      "ctx.args.id = 1; ctx.stash.k = 2; ctx['result'].a = 3; delete ctx.stash.k;",
    ],
    ['local data with the names of methods', 'const entry = { keys: 1 }; return entry.keys;'],
    ['Object functions', 'return Object.entries(Object.assign({}, ctx.args));'],
    ['calls in a chain', 'const f = () => g(); const g = () => 1; return f() + g();'],
    ['a parameter that shadows ctx', 'const f = (ctx) => { const util = 1; return ctx.a; }; return f({});'],
    ['a parameter that shadows util', 'const f = (util) => util.anything; return f({});'],
    ['loops over lists and keys', 'for (const a of []) { break; } for (const k in {}) {} '],
  ])('accepts %s', (_name, body) => {
    expect(messages(body)).toEqual([]);
  });
});

describe('D45 shapes of literals', () => {
  it.each([
    [
      'let b = [{ a: 5 }]; b.push({ b: 6 });',
      "error TS2345: Argument of type '{ b: number; }' is not assignable to parameter of type '{ a: number; }'.",
    ],
    [
      'let SK = { ge: ctx.args.x }; SK = { eq: ctx.args.y };',
      "error TS2741: Property 'ge' is missing in type '{ eq: any; }' but required in type '{ ge: any; }'.",
    ],
    [
      "let a = { b: 'x', c: 1 }; a = {};",
      "error TS2739: Type '{}' is missing the following properties from type '{ b: string; c: number; }': b, c",
    ],
  ])('D45 refuses %s', (body, message) => {
    expect(messages(body)).toEqual([message]);
  });

  it.each([
    'let SK; SK = { ge: 1 }; SK = { eq: 1 };',
    'let l = []; l.push({ a: 1 }); l.push({ b: 1 });',
    'let o = {}; o = { a: 1 };',
    'let o = { a: 1 }; o = { a: 2, b: 3 };',
    'let o = { a: 1 }; const rest = ctx.args; o = { ...rest };',
    'let l = [{ a: 1 }, { b: 2 }]; l.push({ c: 3 });',
    '/** @type {any} */ let SK = { ge: 1 }; SK = { eq: 1 };',
    'let SK = /** @type {any} */ ({ ge: 1 }); SK = { eq: 1 };',
  ])('D45 accepts %s', (body) => {
    expect(messages(body)).toEqual([]);
  });
});

describe('modules', () => {
  it('accepts the modules of AppSync in every import form', () => {
    const imports = `import { util as u, runtime } from '@aws-appsync/utils';
      import * as ddb from '@aws-appsync/utils/dynamodb';`;
    expect(
      messages('return ddb.get({ a: u.error, b: runtime, c: ddb.operations.add(1) });', imports),
    ).toEqual([]);
  });

  it('refuses other modules and unknown members', () => {
    expect(messages('', "import _ from 'lodash';")).toEqual([
      "error TS2307: Cannot find module 'lodash' or its corresponding type declarations.",
    ]);
    expect(messages('', "import { got } from '@aws-appsync/utils/dynamodb';")).toEqual([
      `error TS2305: Module '"@aws-appsync/utils/dynamodb"' has no exported member 'got'.`,
    ]);
    expect(messages('ddb.sink();', "import * as ddb from '@aws-appsync/utils/dynamodb';")).toEqual([
      `error TS2339: Property 'sink' does not exist on type 'typeof import("@aws-appsync/utils/dynamodb")'.`,
    ]);
  });

  it('asks for at least one handler', () => {
    const result = checkCode('export const helper = 1;', library);
    expect(result.ok ? [] : result.errors.map(({ value }) => value)).toEqual([
      'The code must export the handler functions request and response.',
    ]);
    expect(checkCode('const r = (ctx) => 1; export { r as response };', library).ok).toBe(true);
  });
});

describe('locations', () => {
  it('D44 counts lines and columns from 1', () => {
    expect(checkCode('export function request() {\n  return ~12;\n}', library)).toEqual({
      ok: false,
      errors: [
        {
          errorType: 'LINT_ERROR',
          value: 'The operator ~ is not supported',
          location: { line: 2, column: 10, span: 3 },
        },
      ],
    });
  });

  it('D44 reports text that is no JavaScript', () => {
    expect(checkCode('export function request() {\n  return (;\n}', library)).toEqual({
      ok: false,
      errors: [
        { errorType: 'PARSER_ERROR', value: 'Unexpected token', location: { line: 2, column: 11, span: 1 } },
      ],
    });
  });

  it('D49 refuses more than 32 KB of code', () => {
    const code = 'export const request = (ctx) => 1;';
    expect(checkCode(code.padEnd(32_768), library).ok).toBe(true);
    const tooLong = checkCode(code.padEnd(32_769), library);
    expect(tooLong.ok ? [] : tooLong.errors.map(({ value }) => value)).toEqual([
      'The code has 32769 characters, more than the 32768 that are allowed.',
    ]);
  });
});
