import { parse, print } from 'graphql';
import { expect, it } from 'vitest';
import { inlineFragments } from './inline-fragments.ts';

const inlined = (text: string): string =>
  print(inlineFragments(parse(text)).definitions[0] ?? parse('{ none }')).replaceAll(/\s+/g, ' ');

it('puts the selection of a named fragment where it is spread, with the directives of the spread', () => {
  const text =
    'query ($v: Boolean!) { a { ...F @skip(if: $v) } } fragment F on A { b { ...G } } fragment G on B { c }';
  expect(inlined(text)).toBe(
    'query ($v: Boolean!) { a { ... on A @skip(if: $v) { b { ... on B { c } } } } }',
  );
});

it('leaves a document alone that would become too long', () => {
  const levels = Array.from(
    { length: 20 },
    (_, n) => `fragment F${n} on A { a { ...F${n + 1} } b: a { ...F${n + 1} } }`,
  );
  const text = `{ a { ...F0 } } ${levels.join(' ')} fragment F20 on A { id }`;
  expect(inlined(text)).toBe('{ a { ...F0 } }');
});
