import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCommand, startServer } from '../support/command.ts';
import { freePort } from '../support/free-port.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tributary-serve-'));
const SUBGRAPHS = 10;
const port = async () => String(await freePort());
let files = 0;
let server: Server;
let url: string;

/** Answers `{ p0: <name of the field> }`; its own schema is not to be had. */
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end('{"data":{"p0":"here"}}');
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(scratch, { recursive: true, force: true });
});

function subgraphsFile(content: unknown): string {
  const file = join(scratch, `subgraphs-${String((files += 1))}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const tenSubgraphs = () =>
  Array.from({ length: SUBGRAPHS }, (_, index) => {
    const name = `s${String(index)}`;
    writeFileSync(join(scratch, `${name}.graphql`), `type Query { ${name}: String }`);
    return { name, url, sdl: `${name}.graphql` };
  });

async function failing(content: unknown) {
  const command = startCommand(['serve', '--subgraphs', subgraphsFile(content), '--port', await port()]);
  return { code: await command.exited, output: command.output() };
}

it('serves ten subgraphs, and Ctrl-C ends it', async () => {
  const command = await startServer([
    'serve',
    '--subgraphs',
    subgraphsFile(tenSubgraphs()),
    '--port',
    await port(),
  ]);
  const response = await fetch(`${command.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': 'da2-local' },
    body: JSON.stringify({ query: '{ s0 s9 }' }),
  });
  expect(await response.json()).toEqual({ data: { s0: 'here', s9: 'here' } });
  command.child.kill('SIGINT');
  expect(await command.exited).toBe(0);
  await expect(fetch(`${command.url}/health`)).rejects.toThrow();
});

it.each<[string, unknown, RegExp]>([
  ['is not JSON', '[{', /subgraphs-\d+\.json is not JSON/],
  ['holds no list', {}, /must hold a list of subgraphs/],
  ['lacks a name', [{ url: 'http://127.0.0.1:1/' }], /subgraph no\. 1 needs a "name"/],
  [
    'has a bad address',
    [{ name: 'a', url: 'ftp://x', sdl: 'type Query { a: Int }' }],
    /"a".*http:\/\/ or https:\/\//,
  ],
])('says what is wrong in a file that %s', async (_, content, message) => {
  const { code, output } = await failing(content);
  expect(code).toBe(1);
  expect(output).toMatch(message);
  expect(output).not.toMatch(/\n\s+at .*\.js:/);
});

it('names file and line of a fault in SDL', async () => {
  writeFileSync(join(scratch, 'broken.graphql'), 'type Query {\n  a: Missing\n}\n');
  const { code, output } = await failing([{ name: 'a', url, sdl: 'broken.graphql' }]);
  expect(code).toBe(1);
  expect(output).toMatch(/broken\.graphql:2/);
});

it('says which subgraph can not be asked for its schema', async () => {
  const dead = `http://127.0.0.1:${await port()}/`;
  const { code, output } = await failing([{ name: 'gone', url: dead }]);
  expect(code).toBe(1);
  expect(output).toContain(`subgraph "gone" at ${dead} can't be asked for its schema`);
  expect(output).toContain('Start the subgraph first');
});

it('says which subgraph answers without a schema', async () => {
  const { code, output } = await failing([{ name: 'mute', url }]);
  expect(code).toBe(1);
  expect(output).toContain('does not answer "{ _service { sdl } }" with a schema');
});

it('serves a supergraph composed elsewhere, at addresses of its own or of --subgraphs', async () => {
  const supergraph = join(scratch, 'supergraph.graphql');
  writeFileSync(
    supergraph,
    `schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
directive @join__type(graph: join__Graph!, key: join__FieldSet) repeatable on OBJECT
directive @join__field(graph: join__Graph) repeatable on FIELD_DEFINITION
scalar join__FieldSet scalar link__Import
enum link__Purpose { EXECUTION }
enum join__Graph { A @join__graph(name: "a", url: "${url}") B @join__graph(name: "b", url: "") }
type Query @join__type(graph: A) @join__type(graph: B) { a: String @join__field(graph: A) b: String @join__field(graph: B) }
`,
  );
  const args = ['serve', '--supergraph', supergraph, '--port'];
  const lacking = startCommand([...args, await port()]);
  expect(await lacking.exited).toBe(1);
  expect(lacking.output()).toContain('subgraph "b" has no address');

  const command = await startServer([
    ...args,
    await port(),
    '--subgraphs',
    subgraphsFile([{ name: 'b', url }]),
  ]);
  const response = await fetch(`${command.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': 'da2-local' },
    body: JSON.stringify({ query: '{ a b }' }),
  });
  expect(await response.json()).toEqual({ data: { a: 'here', b: 'here' } });
  await command.stop();
});

it('says that the port is taken, and that a file is not there', async () => {
  const taken = new URL(url).port;
  const busy = startCommand(['serve', '--subgraphs', subgraphsFile(tenSubgraphs()), '--port', taken]);
  expect(await busy.exited).toBe(2);
  expect(busy.output()).toContain(taken);
  const lost = startCommand(['serve', '--subgraphs', join(scratch, 'no.json'), '--port', await port()]);
  expect(await lost.exited).toBe(2);
  expect(lost.output()).toMatch(/no\.json can't be read/);
});
