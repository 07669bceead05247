/**
 * The API schema against the merge rules of Federation, whatever the composition library makes of them. Federation
 * documentation, "Composition rules" (checked 2026-11-21). Each case in both orders of the subgraphs.
 */
import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.ts';

const LINK = `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@external", "@requires", "@shareable", "@inaccessible", "@interfaceObject", "@override"]
  )
`;

function schemaOf(sdls: readonly string[]): string {
  const compiled = compile(
    sdls.map((sdl, index) => ({
      kind: 'lambda',
      name: `s${index}`,
      sdl: LINK + sdl,
      file: `s${index}.graphql`,
      maxBatchSize: 10,
      resolvers: [],
    })),
  );
  if (!compiled.ok)
    throw new Error(compiled.error.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return compiled.value.schema;
}

interface Case {
  readonly rule: string;
  readonly subgraphs: readonly [string, string];
  /** Parts of the API schema. */
  readonly has?: readonly (string | RegExp)[];
  readonly lacks?: readonly string[];
}

const MEDIA = 'type Book @shareable { title: String } type Film @shareable { title: String }';

const CASES: readonly Case[] = [
  {
    rule: 'a result is nullable when one subgraph may leave it out',
    subgraphs: ['type Query { a: Int! @shareable }', 'type Query { a: Int @shareable }'],
    has: ['a: Int\n'],
  },
  {
    rule: 'a result is of the union when one subgraph returns a member only',
    subgraphs: [
      `union Media = Book | Film ${MEDIA} type Query { a: Media @shareable }`,
      `${MEDIA} type Query { a: Book @shareable }`,
    ],
    has: ['a: Media\n', 'union Media = Book | Film'],
  },
  {
    rule: 'a result is of the interface when one subgraph returns an implementation only',
    subgraphs: [
      'interface Named { name: String } type Book implements Named @shareable { name: String } type Query { a: Named! @shareable }',
      'type Book @shareable { name: String } type Query { a: Book! @shareable }',
    ],
    has: ['a: Named!\n'],
  },
  {
    rule: 'the same in lists, and with differing nullability',
    subgraphs: [
      `union Media = Book | Film ${MEDIA} type Query { a: [Media!] @shareable }`,
      `${MEDIA} type Query { a: [Book!]! @shareable }`,
    ],
    has: ['a: [Media!]\n'],
  },
  {
    rule: 'a union has the members of all subgraphs',
    subgraphs: [
      'union Media = Book type Book @shareable { title: String } type Query { a: Media }',
      'union Media = Film type Film @shareable { title: String } type Query { b: Media }',
    ],
    has: [/union Media = (Book \| Film|Film \| Book)/],
  },
  {
    rule: 'a type implements the interfaces of all subgraphs',
    subgraphs: [
      'interface A { id: ID! } type T implements A @key(fields: "id") { id: ID! } type Query { a: A }',
      'interface B { id: ID! } type T implements B @key(fields: "id") { id: ID! } type Query { b: B }',
    ],
    has: [/type T implements (A & B|B & A)/],
  },
  {
    rule: 'an interface has the fields of all subgraphs',
    subgraphs: [
      'interface A { id: ID! x: Int } type T implements A @key(fields: "id") { id: ID! x: Int } type Query { a: A }',
      'interface A { id: ID! y: Int } type T implements A @key(fields: "id") { id: ID! y: Int } type Query { b: A }',
    ],
    has: ['x: Int\n', 'y: Int\n'],
  },
  {
    rule: 'an argument is required when one subgraph requires it',
    subgraphs: ['type Query { a(x: Int): Int @shareable }', 'type Query { a(x: Int!): Int @shareable }'],
    has: ['a(x: Int!): Int'],
  },
  {
    rule: 'an optional argument that one subgraph lacks is left out',
    subgraphs: [
      'type Query { a(x: Int, y: Int): Int @shareable }',
      'type Query { a(x: Int): Int @shareable }',
    ],
    has: ['a(x: Int): Int'],
  },
  {
    rule: 'an input type has the fields that all subgraphs know, each as strict as the strictest',
    subgraphs: [
      'input F { x: Int y: Int } type Query { a(f: F): Int }',
      'input F { x: Int! } type Query { b(f: F): Int }',
    ],
    has: ['input F {\n  x: Int!\n}'],
  },
  {
    rule: 'an enum for results has the values of all subgraphs',
    subgraphs: ['enum E { A } type Query { a: E }', 'enum E { B } type Query { b: E }'],
    has: ['  A\n', '  B\n'],
  },
  {
    rule: 'an enum for input has the values that all subgraphs know',
    subgraphs: ['enum E { A B } type Query { a(e: E): Int }', 'enum E { A } type Query { b(e: E): Int }'],
    has: ['enum E {\n  A\n}'],
  },
  {
    rule: 'a default value that one subgraph lacks is left out',
    subgraphs: ['type Query { a(x: Int = 1): Int @shareable }', 'type Query { a(x: Int): Int @shareable }'],
    has: ['a(x: Int): Int'],
  },
  {
    rule: 'what one subgraph hides is hidden',
    subgraphs: [
      'type T @shareable { x: Int y: Int @inaccessible } type Query { a: T }',
      'type T @shareable { x: Int y: Int } type Query { b: T }',
    ],
    lacks: ['y: Int'],
  },
  {
    rule: 'what an interface object adds is a field of the interface and of its implementations',
    subgraphs: [
      'interface M @key(fields: "id") { id: ID! } type T implements M @key(fields: "id") { id: ID! } type Query { a: M }',
      'type M @key(fields: "id") @interfaceObject { id: ID! stars: Int } type Query { b: Int }',
    ],
    has: ['interface M {\n  id: ID!\n  stars: Int\n}', 'type T implements M {\n  id: ID!\n  stars: Int\n}'],
  },
  {
    rule: 'a description of one subgraph is kept',
    subgraphs: [
      '"A thing." type T @shareable { x: Int } type Query { a: T }',
      'type T @shareable { x: Int } type Query { b: T }',
    ],
    has: ['A thing.'],
  },
];

describe.each(CASES)('$rule', ({ subgraphs: [one, other], has = [], lacks = [] }) => {
  it.each([
    ['in this order', [one, other]],
    ['in the other order', [other, one]],
  ])('%s', (_, sdls) => {
    const schema = schemaOf(sdls);
    for (const part of has) {
      if (typeof part === 'string') expect(schema).toContain(part);
      else expect(schema).toMatch(part);
    }
    for (const part of lacks) expect(schema).not.toContain(part);
  });
});
