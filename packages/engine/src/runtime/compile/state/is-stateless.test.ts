import { describe, expect, it } from 'vitest';
import { collectBindings } from '../../check/bindings.ts';
import { parseModule } from '../../check/parse-module.ts';
import { loadCode } from '../../load-code.ts';
import { contextOf } from '../../testing/run-code.ts';
import { isStateless } from './is-stateless.ts';

function judge(code: string): boolean {
  const parsed = parseModule(code);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return isStateless({ program: parsed.program, resolve: collectBindings(parsed.program) });
}

const TABLE =
  "const TABLE = { a: ['x', 'y'], b: [] }; const DEEP = [{ n: 1 }]; const LIMIT = 2 * 10; const ONE = { n: 1 };";
const inHandler = (statement: string) => `${TABLE} export function request(ctx) { ${statement} }`;

describe('modules that keep their instance', () => {
  it.each([
    'return LIMIT + ctx.args.n;',
    'return TABLE[ctx.args.type].some((name) => ctx.args[name]);',
    'const names = TABLE[ctx.args.type]; if (!names) { return null; } return names.map((name) => name);',
    'const all = TABLE.a; const names = all; return [...names, ...TABLE.b];',
    'return Object.hasOwn(TABLE.a, ctx.args.type) ? Object.keys(TABLE.b) : JSON.stringify(TABLE.a);',
    'for (const name of TABLE.a) { ctx.stash[name] = true; } return TABLE.a.length;',
    'return (TABLE[ctx.args.type] ?? []).reduce((sum, name, index) => sum + name + index, "");',
    'return DEEP[0].n;',
    'const { a, b: other } = TABLE; return a.concat(other);',
    'return [""].concat(TABLE.a);',
    'return [TABLE[ctx.args.type], TABLE.b].flat();',
    'return Object.hasOwn(TABLE, ctx.args.type) && Object.keys(TABLE).length > 1 ? JSON.stringify(DEEP) : null;',
    'const TABLE = []; TABLE.push(1); return TABLE;',
  ])('%s', (statement) => {
    expect(judge(inHandler(statement))).toBe(true);
  });

  it('variables that nothing is assigned to, as bundlers write them', () => {
    expect(
      judge('var KEY = "k"; var key = (id) => KEY + id; export const request = (ctx) => key(ctx.args.id);'),
    ).toBe(true);
  });

  it('functions and imports alone', () => {
    expect(
      judge(`import { util } from '@aws-appsync/utils';
        const twice = (n) => n * 2;
        function both(list) { return list.map(twice); }
        export const request = (ctx) => both([ctx.args.n, twice(1), util.autoId()]);
        const answer = (ctx) => ctx.result; export { answer as response };`),
    ).toBe(true);
  });
});

describe('modules that are evaluated for every call', () => {
  it.each([
    'return TABLE;',
    'return { names: TABLE.a };',
    'TABLE.a = []; return null;',
    'TABLE.a.push("z"); return null;',
    'delete TABLE.a; return null;',
    '[TABLE.a] = [1]; return null;',
    '({ b: TABLE.a } = ctx.args); return null;',
    '({ b: ONE.n } = ctx.args); return null;',
    '({ b: ONE.n = 1 } = ctx.args); return null;',
    '({ ...ONE.n } = ctx.args); return null;',
    '[ONE.n] = [1]; return null;',
    '[...ONE.n] = [1]; return null;',
    'for (ONE.n in ctx.args) { ctx.stash.n = 1; } return null;',
    'ONE.n = 2; return null;',
    'ONE.n += 2; return null;',
    'ONE["m"] = 2; return null;',
    'delete ONE.n; return null;',
    'for (TABLE.a of [1]) { ctx.stash.n = 1; } return null;',
    'const names = TABLE[ctx.args.type]; names.push("z"); return null;',
    'const all = TABLE; const names = all.a; names[0] = "z"; return null;',
    'const { a } = TABLE; a.push("z"); return null;',
    'const { a: names } = TABLE; names.push("z"); return null;',
    'const { ...all } = TABLE; all.a.push("z"); return null;',
    'const { a = [] } = TABLE; a.push("z"); return null;',
    'const [names] = [TABLE.a]; names.push("z"); return null;',
    'const [first] = DEEP; first.n = 2; return null;',
    'const all = [].concat(DEEP); all[0].n = 2; return null;',
    'const all = [DEEP].flat(); all[0].n = 2; return null;',
    'const all = [].concat([TABLE.a]); all[0].push("z"); return null;',
    'let names = TABLE.a; names.push("z"); return null;',
    'ctx.stash.names = TABLE.a; return null;',
    'TABLE.a.forEach((name, index, list) => { list[index] = 1; }); return null;',
    'TABLE.a.forEach((...all) => { all[2][0] = 1; }); return null;',
    'TABLE.a.forEach(function () { arguments[2][0] = 1; }); return null;',
    'DEEP.forEach((one) => { one.n = 2; }); return null;',
    'const [one] = [...DEEP]; one.n = 2; return null;',
    'for (const one of DEEP) { one.n = 2; } return null;',
    'Object.values(DEEP)[0].n = 2; return null;',
    'Object.values(TABLE).forEach((names) => { names.push(1); }); return null;',
    'Object.assign(TABLE, { a: 1 }); return null;',
    'change(TABLE); return null; } function change(table) { table.a = 1;',
    'request.count = 1; return null;',
    'request = null; return null;',
  ])('%s', (statement) => {
    expect(judge(inHandler(statement))).toBe(false);
  });

  it.each([
    'let n = 0; function count() { n += 1; }',
    'var list = []; function empty() { list = []; }',
    'var list = []; var list = 1;',
    'let n;',
    "import { util } from '@aws-appsync/utils'; const id = util.autoId();",
    'const list = [util.autoId()];',
    'const list = []; const same = list;',
    'if (true) { console.log(1); }',
    'const { a } = { a: [] };',
  ])('%s', (topLevel) => {
    expect(judge(`${topLevel} export const request = (ctx) => ctx.args;`)).toBe(false);
  });
});

it('what a call does to constants of the module is gone in the next one', () => {
  const loaded = loadCode(inHandler('TABLE.a.push("z"); return TABLE.a.length;'), { name: 'Query.product' });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  const values = [1, 2].map(() => loaded.code.evaluate('request', contextOf()));
  expect(values).toMatchObject([{ value: 3 }, { value: 3 }]);
});
