import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createArgumentDefaults } from './argument-defaults.ts';

const field = buildSchema(`
  type Query { search(first: Int = 5, where: Where, sort: [Sort!] = [{ by: "name" }], plain: String): String }
  input Where { text: String = "all", not: Where }
  input Sort { by: String, descending: Boolean = false }
`)
  .getQueryType()
  ?.getFields()['search'];

describe('createArgumentDefaults', () => {
  const complete = field === undefined ? undefined : createArgumentDefaults(field.args);

  it('fills absent and null arguments', () => {
    expect(complete?.({ plain: 'x', first: null })).toEqual({
      plain: 'x',
      first: 5,
      sort: [{ by: 'name', descending: false }],
    });
  });

  it('fills input objects and items of lists, a recursive type at its first level', () => {
    expect(complete?.({ first: 1, where: { not: {} }, sort: [{ by: 'id' }] })).toEqual({
      first: 1,
      where: { text: 'all', not: {} },
      sort: [{ by: 'id', descending: false }],
    });
  });
});
