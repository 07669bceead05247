import { describe, expect, it } from 'vitest';
import { lacksAdded } from './lacks-added.ts';

const BOOKS = [{ __typename: 'Book', author: { name: 'A' } }, { __typename: 'Film' }, null];

describe('lacksAdded', () => {
  it.each([
    ['a selected member that is absent', ['title'], new Set(['title']), true],
    ['one that is not selected', ['title'], new Set(['author']), false],
    ['any, when the selection is hidden', ['title'], undefined, true],
    ['a path of one object type', ['Book:author.name'], new Set(['author']), false],
    ['the end of a path of one object type', ['Book:author.city'], new Set(['author']), true],
    ['nothing where the type does not occur', ['Song:title'], new Set(['title']), false],
  ])('%s', (_, adds, selected, expected) => {
    expect(lacksAdded(BOOKS, adds, selected)).toBe(expected);
  });
});
