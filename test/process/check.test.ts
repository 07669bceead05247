import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../../packages/cli/test/support/create-application.ts';
import { runCommand } from '../../packages/cli/test/support/run-command.ts';

const { directory, remove } = createApplication();
const schemaFile = join(directory, 'subgraphs/greetings/schema.graphql');
const original = readFileSync(schemaFile, 'utf8');
const changed = original.replace('greeting(name: String!)', 'greeting(name: String!, tone: String!)');

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: directory, encoding: 'utf8' });
}

interface CheckJson {
  readonly ok: boolean;
  readonly checks: readonly {
    readonly name: string;
    readonly status: string;
    readonly diagnostics: readonly Record<string, unknown>[];
    readonly changes?: readonly Record<string, unknown>[];
  }[];
}

async function checkJson(...args: readonly string[]) {
  const { exitCode, stdout } = await runCommand(['check', '--json', ...args], directory);
  const report = JSON.parse(stdout) as CheckJson;
  const part = (name: string) => report.checks.find((one) => one.name === name);
  return { exitCode, report, part };
}

beforeAll(async () => {
  writeFileSync(join(directory, '.gitignore'), 'node_modules\n.tributary\n');
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Without a committed schema');
  git('tag', 'uncomposed');
  await runCommand(['compose'], directory);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'With one');
  mkdirSync(join(directory, 'recorded'));
  writeFileSync(join(directory, 'recorded/other.graphql'), 'query Other { __typename }\n');
  writeFileSync(schemaFile, changed);
});
afterAll(remove);

describe('tributary check --base', () => {
  it.each(['main', 'uncomposed', 'schema', 'schema/api.graphql'])(
    'finds the new required argument against %s',
    async (base) => {
      const { exitCode, report, part } = await checkJson('--base', base);
      expect([exitCode, report.ok, part('operations')?.status]).toEqual([1, false, 'skipped']);
      expect(part('breaking')).toMatchObject({
        status: 'failed',
        changes: [{ criticality: 'breaking', type: 'FIELD_ARGUMENT_ADDED', path: 'Query.greeting.tone' }],
        diagnostics: [
          {
            code: 'SCHEMA_BREAKING_CHANGE',
            severity: 'error',
            file: 'subgraphs/greetings/schema.graphql',
            line: changed.split('\n').findIndex((line) => line.includes('tone')) + 1,
            fix: 'Make it nullable, or give it a default value.',
          },
        ],
      });
    },
  );

  it('leaves nothing behind, neither in the working tree nor in the index', async () => {
    await checkJson('--base', 'uncomposed');
    const work = join(directory, '.tributary');
    expect(existsSync(work) ? readdirSync(work) : []).toEqual([]);
    expect(git('status', '--short').trim().split('\n')).toEqual([
      'M subgraphs/greetings/schema.graphql',
      '?? recorded/',
    ]);
  });

  it('calls a breaking change safe when no recorded operation uses it, and names those that do', async () => {
    const unused = await checkJson('--base', 'main', '--operations', 'recorded');
    expect([unused.exitCode, unused.part('breaking')?.status]).toEqual([0, 'passed']);
    expect(unused.part('breaking')?.diagnostics).toMatchObject([{ severity: 'hint' }]);
    writeFileSync(join(directory, 'hello.graphql'), 'query Hello {\n  greeting(name: "you")\n}\n');
    const used = await checkJson('--base', 'main', '--operations', 'hello.graphql');
    expect(used.exitCode).toBe(1);
    expect(used.part('breaking')?.changes).toMatchObject([{ usedBy: ['Hello (hello.graphql:1)'] }]);
    expect(used.part('operations')?.diagnostics).toMatchObject([
      { code: 'OPERATION_INVALID', file: 'hello.graphql', line: 2, column: 3 },
    ]);
  });
});

describe('tributary check --only and calls that can not be followed', () => {
  it('skips what was not asked for', async () => {
    const { stdout, exitCode } = await runCommand(['check', '--only', 'limits,appsync'], directory);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').map((row) => row.slice(0, 18).trim())).toEqual([
      'skip  composition',
      'pass  appsync',
      'pass  limits',
      'skip  breaking',
      'skip  operations',
      '',
    ]);
  });

  it.each([
    [['--only', 'limit'], /no check "limit"[^]*Use one of: composition, appsync, limits/],
    [['--only', 'breaking'], /needs a base[^]*--base/],
    [['--only', 'operations'], /needs recorded operations[^]*--operations/],
    [['--base', 'no-such-ref'], /"no-such-ref" is neither a file, nor a folder, nor a git ref/],
    [['--base', 'package.json'], /base schema package.json:2:3 is not valid/],
    [['--base', 'schema/supergraph.graphql'], /is a supergraph, which clients never see/],
    [['--base', 'infra'], /folder infra holds no api.graphql and no subgraphs/],
    [['--operations', 'nowhere'], /nowhere does not exist/],
    [['--operations', 'infra'], /infra holds no recorded operations/],
    [['--assembly', 'infra'], /is not a cloud assembly[^]*cdk synth/],
  ])('%j', async (args, message) => {
    const { exitCode, stdout, stderr } = await runCommand(['check', ...args], directory);
    expect(stderr).toMatch(message);
    expect([exitCode, stdout]).toEqual([2, '']);
  });

  it('fails with the template that is too large, by name', async () => {
    const assembly = join(directory, 'cdk.out');
    mkdirSync(assembly);
    const resources = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`R${index}`, {}]));
    writeFileSync(join(assembly, 'manifest.json'), '{}');
    writeFileSync(join(assembly, 'Big.template.json'), JSON.stringify({ Resources: resources }));
    writeFileSync(
      join(assembly, 'Long.template.json'),
      JSON.stringify({ Description: 'x'.repeat(1_000_000) }),
    );
    const { exitCode, part } = await checkJson('--only', 'limits', '--assembly', 'cdk.out');
    expect(exitCode).toBe(1);
    expect(
      part('limits')?.diagnostics.map(({ code, message }) => [code, String(message).slice(0, 20)]),
    ).toEqual([
      ['APPSYNC_TOO_MANY_RESOURCES', 'stack Big holds 501 '],
      ['APPSYNC_TEMPLATE_TOO_LARGE', 'The template of stac'],
    ]);
  });
});
