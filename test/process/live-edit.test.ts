import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, startServer } from '../support/command.ts';
import type { RunningServer } from '../support/command.ts';
import { freePort } from '../support/free-port.ts';
import { send } from '../support/graphql.ts';

/** A copy of the application to edit; packages and dependencies are the originals. */
const project = mkdtempSync(join(tmpdir(), 'tributary-live-'));
let server: RunningServer;

beforeAll(async () => {
  for (const name of [
    'subgraphs',
    'resolvers',
    'infra',
    'schema',
    'cdk.json',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]) {
    cpSync(join(ROOT, name), join(project, name), { recursive: true });
  }
  for (const name of ['node_modules', 'packages']) symlinkSync(join(ROOT, name), join(project, name));
  mkdirSync(join(project, 'web'));
  writeFileSync(join(project, 'web', 'package.json'), '{ "type": "module" }');
  writeFileSync(join(project, 'web', 'main.js'), `document.title = 'first title';\n`);
  writeFileSync(join(project, 'web', 'index.html'), '<script type="module" src="/main.js"></script>\n');
  server = await startServer(['dev', '--port', String(await freePort())], { cwd: project });
}, 120_000);

afterAll(async () => {
  await server.stop();
  rmSync(project, { recursive: true, force: true });
});

function edit(file: string, change: (text: string) => string) {
  const path = join(project, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing to change in ${file}`);
  writeFileSync(path, after);
  return () => writeFileSync(path, before);
}

const ask = (query: string) => send(query, {}, server.url);

describe('editing while tributary dev runs', () => {
  it('takes an edited APPSYNC_JS resolver over', async () => {
    edit('resolvers/catalog/Query.product.ts', (text) =>
      text.replace(
        /export function response\(ctx[^)]*\)[^{]*\{/,
        (head) => `${head}\n  util.error('edited', 'Edited');`,
      ),
    );
    edit('resolvers/catalog/Query.product.ts', (text) =>
      /import \{[^}]*\butil\b[^}]*\}/.test(text)
        ? `${text}\n`
        : `import { util } from '@aws-appsync/utils';\n${text}`,
    );
    await expect
      .poll(async () => (await ask('{ product(id: "p-0001") { id } }')).errors[0]?.errorType, {
        timeout: 10_000,
      })
      .toBe('Edited');
  });

  it('takes an edited handler over', async () => {
    edit(
      'subgraphs/customers/handler.ts',
      (text) =>
        text.replace('createSubgraphHandler({', `createSubgraphHandler({ ...edited(),`) +
        `\nfunction edited(): object { throw new Error('edited handler'); }\n`,
    );
    await expect
      .poll(async () => (await ask('{ customer(id: "c-0001") { id } }')).errors[0]?.message, {
        timeout: 10_000,
      })
      .toContain('edited handler');
  });

  it('reports a broken schema with its place, keeps serving, and takes the mended one over', async () => {
    const mend = edit('subgraphs/polls/schema.graphql', (text) =>
      text.replace('isOpen: Boolean!', 'isOpen: Bolean!'),
    );
    await server.waitFor(/subgraphs\/polls\/schema\.graphql:\d+:\d+/);
    expect((await ask('{ polls { id isOpen } }')).errors).toEqual([]);
    mend();
    edit('subgraphs/polls/schema.graphql', (text) =>
      text.replace('isOpen: Boolean!', 'isOpen: Boolean!\n  motto: String'),
    );
    await expect
      .poll(async () => (await ask('{ polls { id motto } }')).errors, { timeout: 15_000 })
      .toEqual([]);
  });

  it('builds edited pages, and keeps the good ones while they do not build', async () => {
    expect(await servedScript()).toContain('first title');
    const mend = edit('web/main.js', (text) => text.replace('= ', '= = '));
    await server.waitFor(/pages in web\/ do not build[^]*last good pages go on/);
    expect(await servedScript()).toContain('first title');
    mend();
    edit('web/main.js', (text) => text.replace('first', 'second'));
    await server.waitFor(/recovered: pages built in/);
    expect(await servedScript()).toContain('second title');
  });
});

/** The script that the page at `/` loads. */
async function servedScript(): Promise<string> {
  const page = await (await fetch(server.url)).text();
  const [, address = 'no script'] = /src="([^"]+)"/.exec(page) ?? [];
  return (await fetch(new URL(address, server.url))).text();
}
