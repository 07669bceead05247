import { expect, it } from 'vitest';
import { buildContext } from './build-context.ts';
import { loadCode } from './load-code.ts';

it('try', () => {
  const r = loadCode(
    `import { util } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
const base = { n: 1 };
export function request(ctx) {
  base.n += 1;
  console.log('hi', ctx.args);
  ctx.stash.n = base.n;
  const out = [];
  for (const x of ctx.args.list) { if (typeof x === 'object') out.push(typeof out.push, x.constructor, x.a); }
  return { ...ddb.get({ key: { id: 'id' } }), out, j: JSON.parse('{'), r: 'a.b'.replace('.', '-') };
}
export const response = (ctx) => {
  const x = null;
  return ctx.args.list.at(0)
     + x.y;
};
`,
    { name: 'Query.product' },
  );
  if (!r.ok) throw new Error(JSON.stringify(r.errors));
  const ctx = buildContext({
    arguments: { list: [{ a: 1 }] },
    identity: null,
    source: null,
    stash: {},
    env: {},
    request: { headers: {}, domainName: null },
    info: {
      fieldName: 'x',
      parentTypeName: 'Query',
      variables: {},
      selectionSetList: [],
      selectionSetGraphQL: '{}',
    },
  });
  console.log(JSON.stringify(r.code.evaluate('request', ctx)));
  console.log(JSON.stringify(r.code.evaluate('response', ctx)));
  const t = performance.now();
  for (let i = 0; i < 100000; i++) r.code.evaluate('request', ctx);
  console.log((performance.now() - t) / 100, 'us');
  expect(1).toBe(1);
});
