import { Kind, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { SELECTED_FIELDS } from '../5-emit/selection-snippets.ts';
import { readSelection } from './read-selection.ts';

/** The emitted function itself, run on the text that AppSync would give. */
const emitted = (await import(
  `data:text/javascript,${encodeURIComponent(`${SELECTED_FIELDS}\nexport { selectedFields };`)}`
)) as {
  selectedFields: (text: string, variables: object) => Record<string, Record<string, true>>;
};
const { selectedFields } = emitted;

function selectionOf(text: string) {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return operation.selectionSet;
}

const CASES: Record<string, string> = {
  plain: '{ id name }',
  aliases: '{ a: id b: name }',
  'alias that is the name of another field': '{ name: id id: name }',
  'nested selections do not count': '{ price { amountMinor currency } stock { available } }',
  'arguments short and long':
    '{ shippingEstimate(country: "DE") { amountMinor } other(text: "a long long text that makes the printer break the line", second: "and another long long one") { x } last }',
  'arguments long without a selection':
    '{ other(text: "a long long text that makes the printer break the line", second: "and another long long one") last }',
  'inline fragments':
    '{ id ... on Product { name stock { available } } ... @include(if: true) { sku } tail }',
  'inline fragment inside a field': '{ a { ... on X { b } } c }',
  'named fragment': '{ id ...Details }',
  'named fragment deeper only': '{ id a { ...Details } }',
  'named fragment inside an inline fragment': '{ ... on Product { ...Details } }',
  directives: '{ id @include(if: true) name @skip(if: false) { x } }',
  'left out by literals': '{ id @include(if: false) name @skip(if: true) { x { y } } tail }',
  'left out by variables':
    'query ($yes: Boolean!, $no: Boolean!) { a @skip(if: $yes) b @skip(if: $no) c @include(if: $no) { x } d @include(if: $other) ... @include(if: $no) { e ... on X { f } } ...F @skip(if: $yes) tail }',
  'fragments in fragments': '{ ... on A { a ... on B { b { x } ... { c } } d } e ... on B { f } }',
  'braces in strings': '{ f(text: "{") g }',
  'input objects': '{ f(input: { a: 1, b: { c: [1, 2] } }) { x } g }',
  __typename: '{ __typename id }',
};

describe('the selection that emitted guards read', () => {
  it.each(Object.entries(CASES))('%s: text and syntax tree agree', (_, text) => {
    const selectionSet = selectionOf(text);
    const variables = { yes: true, no: false };
    const fromTree = readSelection([selectionSet], variables);
    const fromText = selectedFields(print(selectionSet), variables);
    const names = Object.entries(fromText).map(([type, some]) => [type, Object.keys(some).sort()]);
    expect(names).toEqual([...fromTree].map(([type, some]) => [type, [...some].sort()]));
  });

  it('gives up on block strings, whose lines could look like fields', () => {
    expect(selectedFields('{\n  f(text: """\n  id\n  """)\n}', {})).toEqual({ '': { '...': true } });
  });
});
