import { expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import type { SubgraphSource } from '../src/index.ts';

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.8", import: ["@key", "@context", "@fromContext"])
`;

function lambda(name: string, sdl: string): SubgraphSource {
  return { kind: 'lambda', name, sdl: LINK + sdl, file: `${name}.graphql`, maxBatchSize: 10, resolvers: [] };
}

function table(name: string, sdl: string, resolvers: readonly string[] = []): SubgraphSource {
  return {
    kind: 'dynamodb',
    name,
    sdl: LINK + sdl,
    file: `${name}.graphql`,
    entities: {},
    resolvers: resolvers.map((coordinate) => {
      const [typeName = '', fieldName = ''] = coordinate.split('.');
      return { kind: 'unit', typeName, fieldName, module: { file: `${coordinate}.ts`, code: '' } };
    }),
  };
}

/** Codes of the errors, each with its file. */
function faults(...sources: readonly SubgraphSource[]): readonly string[] {
  const compiled = compile(sources);
  return compiled.ok
    ? []
    : compiled.error.map(({ code, location }) => `${code} ${location?.file ?? ''}`.trim());
}

const SUBSCRIPTION = 'type Subscription { changed: Int }';

it('what composition refuses comes with what subgraphs show against AppSync by themselves', () => {
  expect(
    faults(
      lambda('a', `type Query { a: Thing } type Thing { x: Int }\n${SUBSCRIPTION}`),
      table('b', 'type Query { b: Int } enum Thing { X }', ['Query.bee', 'Query.b']),
    ),
  ).toEqual([
    'TYPE_KIND_MISMATCH a.graphql',
    'APPSYNC_SUBSCRIPTION_WITHOUT_MUTATIONS a.graphql',
    'APPSYNC_RESOLVER_UNKNOWN_FIELD b.graphql',
  ]);
});

it('what can not be parsed comes with the faults of the other subgraphs', () => {
  expect(faults(lambda('a', 'type Query {'), lambda('b', `type Query { b: Int }\n${SUBSCRIPTION}`))).toEqual([
    'INVALID_GRAPHQL a.graphql',
    'APPSYNC_SUBSCRIPTION_WITHOUT_MUTATIONS b.graphql',
  ]);
});

it('several faults of planning come together, with those against AppSync and of contexts', () => {
  expect(
    faults(
      lambda(
        'a',
        `type Query { user: User payments: [Payment!]! }
         type User @key(fields: "id") @context(name: "user") { id: ID! currency: String last: Payment }
         type Payment @key(fields: "id") {
           id: ID!
           amount(code: String @fromContext(field: "$user { currency }")): Int
         }
         ${SUBSCRIPTION}`,
      ),
      lambda('b', 'type User @key(fields: "code") { code: ID! name: String } type Query { b: Int }'),
      table('c', 'type Query { c: Int d: Int }', ['Query.d']),
    ),
  ).toEqual([
    'APPSYNC_SUBSCRIPTION_WITHOUT_MUTATIONS a.graphql',
    'SATISFIABILITY_ERROR a.graphql',
    'SATISFIABILITY_ERROR b.graphql',
    'SATISFIABILITY_ERROR b.graphql',
    'APPSYNC_RESOLVER_MISSING c.graphql',
  ]);
});

it('lookups that joins need are told together', () => {
  expect(
    faults(
      lambda(
        'a',
        `type Query { p: Product m: Maker }
         type Product @key(fields: "id") { id: ID! }
         type Maker @key(fields: "id") { id: ID! }
         ${SUBSCRIPTION}`,
      ),
      table(
        'b',
        'type Product @key(fields: "id") { id: ID! name: String } type Maker @key(fields: "id") { id: ID! name: String } type Query { b: Int }',
        ['Query.b'],
      ),
    ),
  ).toEqual([
    'APPSYNC_SUBSCRIPTION_WITHOUT_MUTATIONS a.graphql',
    'APPSYNC_ENTITY_LOOKUP_MISSING a.graphql',
    'APPSYNC_ENTITY_LOOKUP_MISSING a.graphql',
  ]);
});
