import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createApplication } from './support/create-application.ts';
import { runCommand } from './support/run-command.ts';

const application = createApplication();
const broken = createApplication();
writeFileSync(
  join(broken.directory, 'subgraphs/greetings/schema.graphql'),
  'type Query {\n  greeting(name: String!): Greting!\n}\n',
);
afterAll(() => {
  application.remove();
  broken.remove();
});

it('compose --check names stale files, compose writes them, and the check passes', async () => {
  const before = await runCommand(['compose', '--check'], application.directory);
  expect(before.exitCode).toBe(1);
  expect(before.stderr).toContain('stale schema/api.graphql');
  expect((await runCommand(['compose'], application.directory)).exitCode).toBe(0);
  expect(readFileSync(join(application.directory, 'schema/api.graphql'), 'utf8')).toContain(
    'greeting(name: String!)',
  );
  const after = await runCommand(['compose', '--check'], application.directory);
  expect([after.exitCode, after.stdout]).toEqual([0, 'schema is up to date\n']);
});

it('check prints one row for each check, and JSON on request', async () => {
  const table = await runCommand(['check'], application.directory);
  expect(table.stdout).toMatch(
    /^pass {2}composition .*\npass {2}appsync .*\npass {2}limits .*\nskip {2}breaking .*--base\nskip {2}operations .*--operations\n$/,
  );
  const json = await runCommand(['check', '--json'], application.directory);
  expect(JSON.parse(json.stdout)).toMatchObject({
    ok: true,
    checks: [{ name: 'composition', status: 'passed', ok: true, diagnostics: [] }, {}, {}, { ok: null }, {}],
  });
});

it('check and compose tell hints from the level on that --hints names, also as JSON', async () => {
  const hinting = createApplication();
  const file = join(hinting.directory, 'subgraphs/greetings/schema.graphql');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nenum Tone {\n  LOUD\n}\n`);
  const check = (...options: readonly string[]) =>
    runCommand(['check', '--only', 'composition', ...options], hinting.directory);
  expect((await check()).stderr).not.toContain('UNUSED_ENUM_TYPE');
  const shown = await check('--hints', 'debug');
  expect(shown.exitCode).toBe(0);
  expect(shown.stderr).toContain('debug UNUSED_ENUM_TYPE  subgraphs/greetings/schema.graphql:');
  expect(JSON.parse((await check('--hints', 'debug', '--json')).stdout)).toMatchObject({
    ok: true,
    checks: [
      { diagnostics: [{ code: 'UNUSED_ENUM_TYPE', severity: 'hint', level: 'debug' }] },
      {},
      {},
      {},
      {},
    ],
  });
  const composed = await runCommand(['compose', '--hints', 'debug'], hinting.directory);
  expect(composed.stderr).toContain('debug UNUSED_ENUM_TYPE');
  expect((await check('--hints', 'all')).exitCode).toBe(2);
  hinting.remove();
});

it('compose makes the contract that tributary.json or its options name', async () => {
  const tagged = createApplication();
  const file = join(tagged.directory, 'subgraphs/greetings/schema.graphql');
  writeFileSync(
    file,
    `${readFileSync(file, 'utf8').replace('"@key"', '"@tag"')}\nextend type Query {\n  secret: String @tag(name: "internal")\n}\n`,
  );
  const composed = async (...options: readonly string[]) => {
    const { exitCode, stderr } = await runCommand(['compose', ...options], tagged.directory);
    expect([exitCode, stderr]).toEqual([0, '']);
    return readFileSync(join(tagged.directory, 'schema/api.graphql'), 'utf8');
  };
  expect(await composed()).toContain('secret');
  expect(await composed('--exclude-tag', 'internal')).not.toContain('secret');
  expect(await composed('--include-tag', 'internal')).not.toContain('greeting');
  const configuration = join(tagged.directory, 'tributary.json');
  writeFileSync(configuration, '{ "contract": { "exclude": ["internal"] } }');
  expect(await composed()).not.toContain('secret');
  writeFileSync(configuration, '{ "contrac": {} }');
  const refused = await runCommand(['check'], tagged.directory);
  expect([refused.exitCode, refused.stderr.split('\n')[1]]).toEqual([
    1,
    'error PROJECT_INVALID_CONFIGURATION',
  ]);
  tagged.remove();
});

it('a broken schema ends with 1 and shows file, line and frame', async () => {
  const { exitCode, stdout, stderr } = await runCommand(['check'], broken.directory);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^fail {2}composition/);
  expect(stderr).toContain('subgraphs/greetings/schema.graphql:2:');
  expect(stderr).toContain('2 |   greeting(name: String!): Greting!');
});

it('plan prints the calls of an operation', async () => {
  writeFileSync(join(application.directory, 'hello.graphql'), 'query Hello { greeting(name: "you") }\n');
  const { exitCode, stdout } = await runCommand(['plan', 'hello.graphql'], application.directory);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('query Hello');
  expect(stdout).toContain('1 data-source call in 1 wave: greetings 1');
});

it('plan chooses an operation, leaves out what variables exclude, and prints JSON', async () => {
  const file = join(application.directory, 'several.graphql');
  const selection = 'greeting(name: "you") later: greeting(name: "me") @include(if: $later)';
  writeFileSync(file, `query Other { __typename }\nquery Hello($later: Boolean!) { ${selection} }\n`);
  writeFileSync(join(application.directory, 'variables.json'), '{ "later": false }');
  const args = ['plan', 'several.graphql', '--json', '--operation', 'Hello'];
  const all = await runCommand(args, application.directory);
  const some = await runCommand([...args, '--variables', 'variables.json'], application.directory);
  const paths = [all, some].map(({ stdout }) => {
    const { plan } = JSON.parse(stdout) as { plan: { resolvers: { path: string }[] } };
    return plan.resolvers.map(({ path }) => path);
  });
  expect(paths).toEqual([['greeting', 'later'], ['greeting']]);
});

it('plan counts the calls of what serve would serve, seeing through named fragments', async () => {
  const directive = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])`;
  const subgraph = (name: string, sdl: string) => ({
    name,
    url: 'http://127.0.0.1:1/',
    sdl: `${directive} ${sdl}`,
  });
  const subgraphs = [
    subgraph(
      'a',
      'type Query { item: Item } type Item @key(fields: "id") { id: ID! size(unit: String): Int }',
    ),
    subgraph('b', 'type Item @key(fields: "id") { id: ID! price: Int weight: Int }'),
    subgraph('c', 'type Item @key(fields: "id") { id: ID! color: String }'),
  ];
  writeFileSync(join(application.directory, 'subgraphs.json'), JSON.stringify(subgraphs));
  const text = '{ item { ...Details } } fragment Details on Item { size(unit: "cm") price weight }';
  writeFileSync(join(application.directory, 'item.graphql'), text);
  const args = ['plan', 'item.graphql', '--subgraphs', 'subgraphs.json'];
  const { exitCode, stdout, stderr } = await runCommand(args, application.directory);
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toContain('2 data-source calls in 2 waves: a 1, b 1');
});

it('plan asks the owner that a label of @override names, and knows the labels', async () => {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@override"])`;
  const subgraphs = [
    { name: 'old', url: 'http://127.0.0.1:1/', sdl: 'type Query { price: Int }' },
    {
      name: 'new',
      url: 'http://127.0.0.1:1/',
      sdl: `${link} type Query { price: Int @override(from: "old", label: "next-price") }`,
    },
  ];
  writeFileSync(join(application.directory, 'labelled.json'), JSON.stringify(subgraphs));
  writeFileSync(join(application.directory, 'price.graphql'), '{ price }');
  const args = ['plan', 'price.graphql', '--subgraphs', 'labelled.json'];
  const inactive = await runCommand(args, application.directory);
  const active = await runCommand([...args, '--label', 'next-price'], application.directory);
  expect([inactive.stdout, active.stdout]).toEqual([
    expect.stringContaining('1 data-source call in 1 wave: old 1'),
    expect.stringContaining('1 data-source call in 1 wave: new 1'),
  ]);
  const unknown = await runCommand([...args, '--label', 'next-prize'], application.directory);
  expect([unknown.exitCode, unknown.stderr]).toEqual([
    2,
    expect.stringMatching(/label "next-prize"[^]*decided at run time: next-price/),
  ]);
});

it.each([
  [['plan', 'wrong.graphql'], 1, /OPERATION_INVALID {2}wrong.graphql:2:3[^]*\n {2}2 \| {3}nothing/],
  [['plan', 'wrong.graphql', '--variables', 'wrong.graphql'], 1, /variables file wrong.graphql is not JSON/],
  [['plan', 'wrong.graphql', '--variables', 'none.json'], 2, /variables file none.json does not exist/],
])('%j says what is wrong with its files', async (args, expected, message) => {
  writeFileSync(join(application.directory, 'wrong.graphql'), '{\n  nothing\n}\n');
  const { exitCode, stderr } = await runCommand(args, application.directory);
  expect(stderr).toMatch(message);
  expect(exitCode).toBe(expected);
});

it('explain lists codes and explains one', async () => {
  const { stdout } = await runCommand(['explain'], application.directory);
  expect(stdout.split('\n')).toContain('KEY_INVALID_FIELDS');
  const one = await runCommand(['explain', 'key_invalid_fields'], application.directory);
  expect([one.exitCode, one.stdout.split('\n')[0]]).toEqual([0, 'KEY_INVALID_FIELDS']);
});
