import { expect, it } from 'vitest';
import { contextOf } from './testing/run-code.ts';

it('hides the selection set from JSON and spreads only', () => {
  const { info } = contextOf();
  expect([info.selectionSetList, info.selectionSetGraphQL]).toEqual([['id', 'name'], '{\n  id\n  name\n}']);
  expect(JSON.parse(JSON.stringify(info))).toEqual({
    fieldName: 'product',
    parentTypeName: 'Query',
    variables: {},
  });
  expect(Object.keys({ ...info })).toEqual(['fieldName', 'parentTypeName', 'variables']);
});

it('has one map of arguments under two names', () => {
  const context = contextOf({ arguments: { a: 1 } });
  expect(context.args).toBe(context.arguments);
});

it('has no result, prev and error unless given', () => {
  expect(Object.keys(contextOf())).not.toContain('result');
  expect(contextOf({ result: null, prev: { result: 1 } })).toMatchObject({
    result: null,
    prev: { result: 1 },
  });
});
