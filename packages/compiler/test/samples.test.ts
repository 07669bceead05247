import { describe, expect, it } from 'vitest';
import {
  CATALOG,
  checkApi,
  compile,
  formatDiagnostic,
  formatPlan,
  HINT_CODES,
  planOperation,
} from '../src/index.ts';
import type { AppSyncApi, CompileResult } from '../src/index.ts';
import { expectText, filesOf, readSubgraphs, readText, sampleFolders } from './read-sample.ts';

function compiled(result: CompileResult) {
  if (result.ok) return result;
  throw new Error(result.error.map((one) => formatDiagnostic(one)).join('\n'));
}

describe('errors: the printed text of each faulty set of subgraphs', () => {
  it.each(sampleFolders('errors'))('%s', (name) => {
    const result = compile(readSubgraphs('errors', name));
    const text = result.ok ? 'compiles' : result.error.map((one) => formatDiagnostic(one)).join('\n\n');
    expectText(`${text}\n`, { kind: 'errors', name, file: 'expected.txt' });
    expect(text).toContain(name);
    const bare = result.ok
      ? []
      : result.error.filter((one) => one.location === undefined || one.fix === undefined);
    expect(bare).toEqual([]);
  });

  it('has a folder for every code of our own that a schema can cause', () => {
    const ours = Object.keys(CATALOG).filter(
      (code) => code.startsWith('APPSYNC_') && !WITHOUT_SAMPLE.has(code),
    );
    expect(sampleFolders('errors')).toEqual(expect.arrayContaining(ours));
  });
});

describe('hints: the printed text of each set of subgraphs that composes', () => {
  it.each(sampleFolders('hints'))('%s', (name) => {
    const { hints } = compiled(compile(readSubgraphs('hints', name)));
    const text = hints.map((one) => formatDiagnostic(one)).join('\n\n');
    expectText(`${text}\n`, { kind: 'hints', name, file: 'expected.txt' });
    expect(text).toContain(` ${name}  `);
    expect(hints.filter((one) => one.location === undefined || one.fix === undefined)).toEqual([]);
  });

  it('has a folder for every hint code', () => {
    expect(sampleFolders('hints')).toEqual(Object.keys(HINT_CODES).sort());
  });

  it('finds directives by whatever name the subgraph gives them', () => {
    const sdl = (text: string) =>
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [{ name: "@key", as: "@id" }])\n${text}`;
    const sources = [
      sdl('type Product @id(fields: "id") { id: ID! } type Query { a: Product }'),
      sdl('type Product @federation__shareable { id: ID! } type Query { b: Product }'),
    ].map((text, index) => ({ ...lambda, name: `s${index}`, file: `s${index}.graphql`, sdl: text }));
    expect(compiled(compile(sources)).hints.map(({ code }) => code)).toEqual(['INCONSISTENT_ENTITY']);
  });
});

const lambda = { kind: 'lambda', maxBatchSize: 1, resolvers: [] } as const;

/**
 * Codes that no small schema causes: size limits (`limits.test.ts` has them), faults of emission, a hint, and what
 * composition reports first as SATISFIABILITY_ERROR.
 */
const WITHOUT_SAMPLE = new Set([
  'APPSYNC_CODE_TOO_LARGE',
  'APPSYNC_TOO_MANY_FUNCTIONS',
  'APPSYNC_SCHEMA_TOO_LARGE',
  'APPSYNC_BATCH_TOO_LARGE',
  'APPSYNC_TEMPLATE_TOO_LARGE',
  'APPSYNC_TOO_MANY_RESOURCES',
  'APPSYNC_DIALECT',
  'APPSYNC_CUSTOM_SCALAR',
  'APPSYNC_UNREACHABLE_FIELD',
]);

describe('api: schema and resolvers that a set of subgraphs compiles to', () => {
  it.each(sampleFolders('api'))('%s', (name) => {
    const { value } = compiled(compile(readSubgraphs('api', name)));
    expectText(formatApi(value), { kind: 'api', name, file: 'expected.txt' });
    expect(checkApi(value).flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  it.each(sampleFolders('api'))('%s gives the same bytes with the subgraphs in any order', (name) => {
    const sources = readSubgraphs('api', name);
    const first = JSON.stringify(compiled(compile(sources)).value);
    const rotations = sources.map((_, index) => [...sources.slice(index), ...sources.slice(0, index)]);
    for (const order of [...rotations, [...sources].reverse()]) {
      expect(JSON.stringify(compiled(compile(order)).value)).toBe(first);
    }
  });
});

describe('plan: the query plans of operations', () => {
  const cases = sampleFolders('api').flatMap((name) =>
    filesOf('api', name, '.operation.graphql').map((file) => ({ name, file })),
  );
  it.each(cases)('$name/$file', ({ name, file }) => {
    const { compilation } = compiled(compile(readSubgraphs('api', name)));
    const plan = planOperation(compilation, readText('api', name, file), { file });
    const text = plan.ok
      ? formatPlan(plan.value)
      : plan.error.map((one) => formatDiagnostic(one)).join('\n\n');
    expectText(`${text}\n`, { kind: 'api', name, file: file.replace('.operation.graphql', '.plan.txt') });
  });
});

function formatApi({ schema, dataSources, functions, resolvers }: AppSyncApi): string {
  const blocks = [
    schema.trim(),
    ...dataSources.map((source) => `== data source ${source.name} (${source.kind})`),
    ...functions.map(
      (one) => `== function ${one.name} on ${one.dataSource}, batch ${one.maxBatchSize}\n${one.code.trim()}`,
    ),
    ...resolvers.map((one) =>
      one.kind === 'unit'
        ? `== unit ${one.typeName}.${one.fieldName} on ${one.dataSource}, batch ${one.maxBatchSize}\n${one.code.trim()}`
        : `== pipeline ${one.typeName}.${one.fieldName}: ${one.functions.join(', ')}\n${one.code.trim()}`,
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}
