import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { testResolver } from '@tributary/engine/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const UTIL = "import { util, runtime, extensions } from '@aws-appsync/utils';";

describe('testResolver', () => {
  it('returns plain values, the stash and the logs', async () => {
    const resolver = await testResolver({
      code: `${UTIL}
export function request(ctx) {
  console.log('id', ctx.args.id);
  ctx.stash.at = util.time.nowISO8601();
  return { payload: { id: ctx.args.id, gone: undefined } };
}`,
      now: () => Date.UTC(2026, 0, 2),
    });
    const outcome = resolver.request({ arguments: { id: '1' } });
    expect(outcome).toStrictEqual({
      kind: 'value',
      value: { payload: { id: '1' } },
      error: undefined,
      skipTo: undefined,
      stash: { at: '2026-01-02T00:00:00.000Z' },
      arguments: { id: '1' },
      appendedErrors: [],
      extensions: [],
      responseHeaders: {},
      logs: ['INFO - code.js:3:3: "id" "1"'],
    });
  });

  it('leaves the given context as it was', async () => {
    const resolver = await testResolver({
      code: 'export const request = (ctx) => { ctx.stash.list.push(2); return ctx.stash.list; };',
    });
    const stash = { list: [1] };
    expect([resolver.request({ stash }).value, resolver.request({ stash }).value, stash.list]).toEqual([
      [1, 2],
      [1, 2],
      [1],
    ]);
  });

  it('tells errors, early returns, refusals and calls of extensions', async () => {
    const resolver = await testResolver({
      code: `${UTIL}
export function request(ctx) {
  if (ctx.args.how === 'error') util.error('No', 'Denied', { id: 1 });
  if (ctx.args.how === 'unauthorized') util.unauthorized();
  runtime.earlyReturn({ id: 2 }, { skipTo: 'END' });
}
export function response(ctx) {
  extensions.setSubscriptionFilter({ filterGroup: [] });
  return ctx.result.id;
}`,
    });
    expect(resolver.request({ arguments: { how: 'error' } })).toMatchObject({
      kind: 'error',
      value: undefined,
      error: { message: 'No', errorType: 'Denied', data: { id: 1 }, errorInfo: null },
    });
    expect(resolver.request({ arguments: { how: 'unauthorized' } })).toMatchObject({
      kind: 'unauthorized',
      error: { errorType: 'Unauthorized' },
    });
    expect(resolver.request()).toMatchObject({ kind: 'early-return', value: { id: 2 }, skipTo: 'END' });
    expect(resolver.response({ result: { id: 3 } })).toMatchObject({
      value: 3,
      extensions: [{ kind: 'set-subscription-filter', filter: { filterGroup: [] } }],
    });
    expect(resolver.response().error?.message).toBe(
      "code.js:9:21: TypeError: Cannot read properties of undefined (reading 'id')",
    );
  });

  it('throws what AppSync would refuse', async () => {
    await expect(testResolver({ code: 'export const request = () => { while (true) {} };' })).rejects.toThrow(
      'AppSync would refuse code:\n  code.js:1:32: While statements are not supported.',
    );
  });
});

describe('resolver files', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'resolver-'));
    writeFileSync(join(folder, 'key.ts'), 'export const key = (id: string): string => `ITEM#${id}`;\n');
    writeFileSync(
      join(folder, 'get.ts'),
      "import { key } from './key.ts';\n\nexport function request(ctx: { args: { id?: string } }) {\n" +
        '  return { payload: key(ctx.args.id!.trim()) };\n}\n',
    );
    writeFileSync(join(folder, 'broken.ts'), 'export const request = (\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('bundles TypeScript and places faults in it', async () => {
    const resolver = await testResolver({ file: pathToFileURL(join(folder, 'get.ts')) });
    expect(resolver.request({ arguments: { id: ' 7 ' } }).value).toEqual({ payload: 'ITEM#7' });
    expect(resolver.request().error?.message).toMatch(/^get\.ts:4:\d+: TypeError: Cannot read properties/);
  });

  it('takes a path as well as a URL, and passes the reason of the bundler on', async () => {
    await expect(testResolver({ file: join(folder, 'broken.ts') })).rejects.toThrow('Unexpected end of file');
    await expect(testResolver({ file: join(folder, 'missing.ts') })).rejects.toThrow('Could not resolve');
  });
});
