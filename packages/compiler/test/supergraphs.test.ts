import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile, compileSupergraph, formatDiagnostic, planOperation } from '../src/index.ts';
import type { CompileResult, SubgraphSource } from '../src/index.ts';
import { readSubgraphs } from './read-sample.ts';

const FILE = 'supergraph.graphql';
const MAX_BATCH_SIZE = 500;

function compiled(result: CompileResult) {
  if (result.ok) return result;
  throw new Error(result.error.map((one) => formatDiagnostic(one)).join('\n'));
}

function faults(result: CompileResult): string {
  return result.ok ? 'compiles' : result.error.map((one) => formatDiagnostic(one)).join('\n');
}

function lambda(name: string, sdl: string): SubgraphSource {
  return { kind: 'lambda', name, sdl, file: `${name}.graphql`, maxBatchSize: MAX_BATCH_SIZE, resolvers: [] };
}

describe('a supergraph composed elsewhere', () => {
  it('gives the API of the subgraphs that it was composed from', () => {
    const { value } = compiled(compile(readSubgraphs('api', 'reference-by-key')));
    const again = compileSupergraph({ sdl: value.supergraphSdl, file: FILE, maxBatchSize: MAX_BATCH_SIZE });
    expect(compiled(again).value).toEqual(value);
  });

  it('is read in the style of other composers, URLs and interface objects included', () => {
    const sdl = readFileSync(join(import.meta.dirname, 'supergraphs/library-and-shelves.graphql'), 'utf8');
    const { value, compilation } = compiled(
      compileSupergraph({ sdl, file: FILE, maxBatchSize: MAX_BATCH_SIZE }),
    );
    expect([...compilation.model.urls]).toEqual([['library', 'http://127.0.0.1:4001/graphql']]);
    expect(value.dataSources.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'http library',
      'lambda shelves',
    ]);
    expect(value.schema).not.toContain('isbn');
    const plan = planOperation(compilation, '{ shelf(row: 1) { works { title ... on Book { pages } } } }');
    expect(plan.ok && plan.value.totals).toMatchObject({
      calls: 2,
      callsByDataSource: { library: 1, shelves: 1 },
    });
  });

  it('is refused when it is none, or of another version', () => {
    const of = (sdl: string) => faults(compileSupergraph({ sdl, file: FILE, maxBatchSize: 1 }));
    expect(of('type Query { a: Int }')).toContain('has no enum join__Graph');
    expect(
      of(
        'schema @core(feature: "https://specs.apollo.dev/join/v0.1") { query: Query } enum join__Graph { A } type Query { a: Int }',
      ),
    ).toContain('it is of the join specification v0.1');
    expect(of('type Query {')).toContain(`INVALID_GRAPHQL  ${FILE}:1:13`);
  });
});

describe('contracts', () => {
  const shop = lambda(
    'shop',
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@tag"])
    type Query { products: [Product!]! @tag(name: "public") audits: [Audit!]! @tag(name: "internal") }
    type Product @key(fields: "id") { id: ID! @tag(name: "public") name: String! @tag(name: "public") cost: Int! @tag(name: "internal") }
    type Audit { text: String! @tag(name: "internal") }`,
  );
  const schemaOf = (contract: { include: string[]; exclude: string[] }) =>
    compiled(compile([shop], { contract })).value.schema;

  it('leave out what is excluded, and types that nothing leads to any more', () => {
    const schema = schemaOf({ include: [], exclude: ['internal'] });
    expect(schema).toContain('products: [Product!]!');
    expect(schema).not.toMatch(/cost|audits|Audit/);
  });

  it('keep only what is included', () => {
    const schema = schemaOf({ include: ['internal'], exclude: [] });
    expect(schema).toContain('audits');
    expect(schema).not.toContain('products');
  });
});

describe('newer versions of the specification', () => {
  it('are read as far as their directives are known', () => {
    const sdl = (version: string, imports: string) => `extend schema
      @link(url: "https://specs.apollo.dev/federation/${version}", import: [${imports}])
    type Query { product: Product @cacheTag(format: "product") }
    type Product @key(fields: "id") { id: ID! }`;
    expect(faults(compile([lambda('a', sdl('v2.12', '"@key", "@cacheTag"'))]))).toBe('compiles');
    expect(faults(compile([lambda('a', sdl('v2.12', '"@key", "@cacheTag", "@unheardOf"'))]))).toContain(
      '@unheardOf',
    );
  });
});
