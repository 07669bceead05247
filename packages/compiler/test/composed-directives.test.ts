import { describe, expect, it } from 'vitest';
import { compile, formatDiagnostic } from '../src/index.ts';
import type { AppSyncApi } from '../src/index.ts';

const FEDERATION = 'https://specs.apollo.dev/federation';

function compiled(sdls: Readonly<Record<string, string>>): AppSyncApi {
  const result = compile(
    Object.entries(sdls).map(([name, sdl]) => ({
      kind: 'lambda',
      name,
      sdl,
      file: `${name}.graphql`,
      maxBatchSize: 1,
      resolvers: [],
    })),
  );
  if (!result.ok) throw new Error(result.error.map((one) => formatDiagnostic(one)).join('\n'));
  return result.value;
}

describe('@composeDirective', () => {
  const of = (version: string, type: string) => `extend schema
    @link(url: "${FEDERATION}/v2.3", import: ["@key", "@composeDirective"])
    @link(url: "https://museum.example/audience/v${version}", import: ["@audience"])
    @composeDirective(name: "@audience")
  directive @audience(of: String!) repeatable on FIELD_DEFINITION
  directive @ours on FIELD_DEFINITION
  ${type}`;
  const { supergraphSdl, schema } = compiled({
    a: of('1.0', 'type Query { a: A @ours } type A @key(fields: "id") { id: ID! x: Int @audience(of: "x") }'),
    b: of('1.1', 'type A @key(fields: "id") { id: ID! y: Int @audience(of: "y") @audience(of: "z") }'),
  });

  it('keeps a directive in the supergraph, with its definition and the newest link', () => {
    expect(supergraphSdl).toContain('directive @audience(of: String!) repeatable on FIELD_DEFINITION');
    expect(supergraphSdl).toContain('@link(url: "https://museum.example/audience/v1.1"');
    expect(supergraphSdl).toMatch(/x: Int .*@audience\(of: "x"\)/);
    expect(supergraphSdl).toMatch(/y: Int .*@audience\(of: "y"\).*@audience\(of: "z"\)/);
    expect(supergraphSdl).not.toContain('@ours');
  });

  it('leaves it out of the schema of the API, which AppSync would refuse', () => {
    expect(schema).not.toMatch(/@audience|@ours|@link/);
  });
});

describe('@cost and @listSize', () => {
  const of = (weight: number, root: string) => `extend schema
    @link(url: "${FEDERATION}/v2.9", import: ["@key", "@shareable", "@cost", "@listSize"])
  type Query { ${root} }
  type Page @cost(weight: ${weight}) { size: Int! @shareable @cost(weight: ${weight}) }`;
  const { supergraphSdl, schema } = compiled({
    a: of(3, 'pages(first: Int): [Page!]! @listSize(slicingArguments: ["first"])'),
    b: of(8, 'page(number: Int @cost(weight: 2)): Page'),
  });

  it('are in the supergraph, of two weights the larger', () => {
    expect(supergraphSdl).toMatch(/size: Int! .*@cost\(weight: 8\)/);
    expect(supergraphSdl).not.toContain('@cost(weight: 3)');
    expect(supergraphSdl).toContain('number: Int @cost(weight: 2)');
    expect(supergraphSdl).toMatch(/pages\(first: Int\).*@listSize\(slicingArguments: \["first"\]\)/);
  });

  it('are left out of the schema of the API', () => {
    expect(schema).not.toMatch(/@cost|@listSize/);
  });
});
