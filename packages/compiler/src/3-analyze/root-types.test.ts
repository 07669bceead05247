import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { rootTypes } from './root-types.ts';

const FIELDS = '{ a: Int }';

describe('rootTypes', () => {
  it('goes by the usual names where the schema names none', () => {
    const document = parse(`type Query ${FIELDS} type Mutation ${FIELDS} interface Subscription ${FIELDS}`);
    expect(rootTypes(document)).toEqual({ query: 'Query', mutation: 'Mutation', subscription: undefined });
  });

  it('has what the schema names, and nothing else', () => {
    const document = parse(`schema { query: Root } type Root ${FIELDS} type Mutation ${FIELDS}`);
    expect(rootTypes(document)).toEqual({ query: 'Root', mutation: undefined, subscription: undefined });
  });

  it('reads extensions of the schema', () => {
    const document = parse(`extend schema { mutation: Changes } type Query ${FIELDS} type Changes ${FIELDS}`);
    expect(rootTypes(document)).toEqual({ query: 'Query', mutation: 'Changes', subscription: undefined });
  });
});
