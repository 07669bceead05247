import { expect, it } from 'vitest';
import { compile } from '../compile.ts';

function schemaOf(...sdls: readonly string[]): string {
  const compiled = compile(
    sdls.map((sdl, index) => ({
      kind: 'lambda',
      name: `s${index}`,
      sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@shareable"])\n${sdl}`,
      file: `s${index}.graphql`,
      maxBatchSize: 10,
      resolvers: [],
    })),
  );
  if (!compiled.ok) throw new Error(compiled.error.map(({ message }) => message).join('\n'));
  expect(compiled.compilation.api.supergraphSdl.includes('= 10')).toBe(
    compiled.value.schema.includes('= 10'),
  );
  return compiled.value.schema;
}

const field = (argument: string) => `type Query { items(${argument}): Int @shareable }`;
const input = (member: string) => `input Page { ${member} } type Query { items(page: Page): Int @shareable }`;

it('keeps a default value that every subgraph declares', () => {
  expect(schemaOf(field('first: Int = 10'), field('first: Int = 10'))).toContain('first: Int = 10');
  expect(schemaOf(input('first: Int = 10'), input('first: Int = 10'))).toContain('first: Int = 10');
});

it('drops one that some subgraphs lack, of arguments and of input fields', () => {
  expect(schemaOf(field('first: Int = 10'), field('first: Int'))).toContain('items(first: Int): Int');
  expect(schemaOf(input('first: Int'), input('first: Int = 10'))).toContain('first: Int\n');
});

it('keeps the default value of a field that one subgraph has', () => {
  expect(schemaOf(field('first: Int = 10'), 'type Query { other: Int }')).toContain('first: Int = 10');
});
