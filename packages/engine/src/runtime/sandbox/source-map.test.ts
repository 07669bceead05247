import { buildSync } from 'esbuild';
import { expect, it } from 'vitest';
import { contextOf, runCode } from '../testing/run-code.ts';
import { loadCode } from '../load-code.ts';

const SOURCE = `import { util } from '@aws-appsync/utils';

interface Wanted { id: string }

export function request(ctx: { args: { wanted?: Wanted } }) {
  console.log('before');
  return ctx.args.wanted!.id;
}

export function response() {
  return util.time.nowFormatted('b');
}
`;

/** As AWS advises: ESM, inline map without the sources' text. */
function bundle(): string {
  const result = buildSync({
    stdin: { contents: SOURCE, sourcefile: 'src/get.ts', loader: 'ts', resolveDir: import.meta.dirname },
    absWorkingDir: import.meta.dirname,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'esnext',
    sourcemap: 'inline',
    sourcesContent: false,
    external: ['@aws-appsync/utils'],
  });
  return result.outputFiles[0]?.text ?? '';
}

it('D13 places faults and log lines in the file that was bundled', () => {
  const code = bundle();
  const request = runCode(code);
  expect(request.logs).toEqual([{ level: 'info', text: 'src/get.ts:6:3: "before"' }]);
  expect(request).toMatchObject({
    kind: 'error',
    error: {
      errorType: 'Code',
      message: "src/get.ts:7:27: TypeError: Cannot read properties of undefined (reading 'id')",
    },
  });
  expect(runCode(code, { handler: 'response' })).toMatchObject({
    error: { message: 'src/get.ts:11:10: Unknown pattern letter: b' },
  });
});

it.each([
  ['no JSON', Buffer.from('x').toString('base64')],
  ['no map', Buffer.from('{"version":3}').toString('base64')],
  ['a map without entries', Buffer.from('{"version":3,"sources":[],"mappings":""}').toString('base64')],
])('keeps the places of the code with %s', (_name, encoded) => {
  const code = `export const request = (ctx) => ctx.args.a.b;\n//# sourceMappingURL=data:application/json;base64,${encoded}\n`;
  const loaded = loadCode(code, { name: 'Query.a' });
  expect(loaded.ok && loaded.code.evaluate('request', contextOf())).toMatchObject({
    error: { message: "code.js:1:44: TypeError: Cannot read properties of undefined (reading 'b')" },
  });
});
