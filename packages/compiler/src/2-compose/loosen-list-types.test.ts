import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { loosenListTypes } from './loosen-list-types.ts';

/** The types of `T.f` in each of the subgraphs, afterwards. */
function loosened(...types: readonly string[]): readonly string[] {
  const services = types.map((type) => ({ typeDefs: parse(`type T { f: ${type} }`) }));
  return loosenListTypes(services).map(({ typeDefs }) => /f: (.+)/.exec(print(typeDefs))?.[1] ?? '');
}

describe('types of lists that differ by nulls', () => {
  it.each([
    ['[Int!]!', '[Int]!', '[Int]!'],
    ['[Int!]!', '[Int!]!', '[Int!]!'],
    ['[[Int!]!]!', '[[Int]]', '[[Int]]'],
    ['[[[Int!]!]!]!', '[[[Int!]]]!', '[[[Int!]]]!'],
  ])('%s and %s become %s', (one, other, both) => {
    expect(loosened(one, other)).toEqual([both, both]);
  });

  it('stay when they differ otherwise, or are no lists', () => {
    expect(loosened('[[Int!]]', '[[ID]]')).toEqual(['[[Int!]]', '[[ID]]']);
    expect(loosened('[[Int!]]', '[Int]')).toEqual(['[[Int!]]', '[Int]']);
    expect(loosened('Int', 'Int!')).toEqual(['Int', 'Int!']);
  });

  it('stay when neither is the looser one', () => {
    expect(loosened('[Int!]', '[Int]!')).toEqual(['[Int!]', '[Int]!']);
    expect(loosened('[[Int]!]', '[[Int!]]!')).toEqual(['[[Int]!]', '[[Int!]]!']);
  });

  it('of external fields stay', () => {
    expect(loosened('[[Int!]] @external', '[[Int]]')).toEqual(['[[Int!]] @external', '[[Int]]']);
  });
});
