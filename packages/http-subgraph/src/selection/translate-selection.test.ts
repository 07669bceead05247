import { expect, it } from 'vitest';
import { shopShape } from '../testing/shop-shape.ts';
import { createTranslator } from './create-translator.ts';
import { printSelection } from './print-selection.ts';

const translate = createTranslator(shopShape);

function print(typeName: string, text: string, variables: Record<string, unknown> = {}) {
  return printSelection(translate(typeName, { text, variables }), shopShape, 'p');
}

it.each([
  ['own fields', 'Product', '{ id name }', '{ id name }'],
  ['values below', 'Product', '{ price { amount } }', '{ price { amount } }'],
  ['an alias by its schema name', 'Product', '{ a: name b: name }', '{ name }'],
  ["another subgraph's field by the keys", 'Product', '{ name stock }', '{ name id }'],
  ['what such a field requires', 'Product', '{ shipping }', '{ id price { amount } }'],
  ['nothing but a type name', 'Product', '{ __typename }', '{ __typename }'],
  ['no own field of a value', 'Money', '{ other }', '{ __typename }'],
  ['a fragment without condition', 'Product', '{ ... { name } }', '{ name }'],
  ['a fragment on the type', 'Product', '{ ... on Product { name } }', '{ name }'],
  ['a fragment on a supertype it does not know', 'Product', '{ ... on Node { id } }', '{ id }'],
  ['no fragment on another type', 'Product', '{ id ... on Maker { name } }', '{ id }'],
  ['an external field by the keys', 'Product', '{ weight }', '{ id }'],
  ['skipped and included', 'Product', '{ id @skip(if: true) name @include(if: true) }', '{ name }'],
  [
    'members of an abstract type',
    'Hit',
    '{ __typename ... on Product { id } ... on Maker { code } }',
    '{ __typename ... on Product { __typename id } ... on Maker { __typename code } }',
  ],
  ['everything where a named fragment hides it', 'Maker', '{ ...Hidden }', '{ code name }'],
])('asks for %s', (_, typeName, selection, expected) => {
  expect(print(typeName, selection).text).toBe(expected);
});

it('keeps the values of one field with different arguments apart', () => {
  const printed = print('Product', '{ label(locale: "de") other: label(locale: $l) }', { l: 'fr' });
  expect(printed.text).toBe('{ _pa0: label(locale: $pv0) _pa1: label(locale: $pv1) }');
  expect(printed.variables).toEqual([
    { name: 'pv0', type: 'String', value: 'de' },
    { name: 'pv1', type: 'String', value: 'fr' },
  ]);
  expect([...printed.keysByAlias.values()]).toEqual(['label([["locale","de"]])', 'label([["locale","fr"]])']);
});

it('adds wanted fields that the text does not show, with all that is below', () => {
  const wanted = { text: '{ name }', variables: {}, names: ['name', 'price', 'unknown'] };
  expect(printSelection(translate('Product', wanted), shopShape, 'p').text).toBe(
    '{ name price { amount currency } }',
  );
});

it('adds all that is below wanted fields that the text has in part, for a field set inside it', () => {
  const wanted = { text: '{ price { amount } label }', variables: {}, names: ['price'], wantsWhole: true };
  expect(printSelection(translate('Product', wanted), shopShape, 'p').text).toBe(
    '{ price { amount currency } label }',
  );
});

it('adds wanted fields to the object types of an interface that answer them', () => {
  const wanted = {
    text: '{ ... on Product { price { amount } } }',
    variables: {},
    names: ['price', 'weight', 'code'],
  };
  expect(printSelection(translate('Hit', wanted), shopShape, 'p').text).toBe(
    '{ __typename ... on Product { price { amount } } ... on Maker { code } }',
  );
});

it('leaves out an argument whose variable is not given', () => {
  expect(print('Product', '{ label(locale: $l) }').text).toBe('{ label }');
});

it('gives fields of one name and several types aliases in members', () => {
  const { text, keysByAlias } = print('Hit', '{ ... on Product { name } ... on Maker { name } }');
  expect(text).toBe('{ __typename ... on Product { _pa0: name } ... on Maker { _pa1: name } }');
  expect([...keysByAlias.values()]).toEqual(['name', 'name']);
});

it('asks for provided fields below the field that provides them, and only there', () => {
  expect(print('Query', '{ featured { maker { city } } }').text).toBe('{ featured { maker { city } } }');
  expect(print('Product', '{ maker { city } }').text).toBe('{ maker { code } }');
});

it('does not enter a type below itself where the selection is hidden', () => {
  expect(print('Product', '{ ...Hidden }').text).toBe(
    '{ id name price { amount currency } maker { code name } }',
  );
});
