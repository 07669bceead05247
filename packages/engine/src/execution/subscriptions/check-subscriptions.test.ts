import { describe, expect, it } from 'vitest';
import { createTestApi } from '../testing/test-api.ts';

const errorsOf = (mutations: string, subscription: string): readonly string[] => {
  const schema = `
    type Query { a: String }
    type Mutation { ${mutations} }
    type Subscription { ${subscription} }
    type Post { id: ID } type Other { id: ID }`;
  const created = createTestApi({ schema });
  return created.ok ? [] : created.errors;
};

describe('@aws_subscribe', () => {
  it.each([
    ['the same type', 'add: Post', 'onAdd: Post @aws_subscribe(mutations: ["add"])'],
    ['a nullable form of it', 'add: Post!', 'onAdd: Post @aws_subscribe(mutations: ["add"])'],
    ['lists, nullable or not', 'add: [Post!]!', 'onAdd: [Post] @aws_subscribe(mutations: ["add"])'],
    ['several mutations', 'add: Post edit: Post!', 'on: Post @aws_subscribe(mutations: ["add", "edit"])'],
  ])('takes %s', (_what, mutations, subscription) => {
    expect(errorsOf(mutations, subscription)).toEqual([]);
  });

  it.each([
    [
      'a mutation that is not there',
      'on: Post @aws_subscribe(mutations: ["add", "nope"])',
      'Subscription.on: @aws_subscribe names "nope", which is no field of the type Mutation',
    ],
    [
      'a mutation of another type',
      'on: Other @aws_subscribe(mutations: ["add"])',
      'Subscription.on: @aws_subscribe names "add", which returns Post instead of Other',
    ],
    [
      'a mutation of a list',
      'on: Post @aws_subscribe(mutations: ["many"])',
      'Subscription.on: @aws_subscribe names "many", which returns [Post] instead of Post',
    ],
  ])('refuses %s', (_what, subscription, message) => {
    expect(errorsOf('add: Post many: [Post]', subscription)).toEqual([message]);
  });

  it('takes a list of names only', () => {
    expect(errorsOf('add: Post', 'on: Post @aws_subscribe')).toEqual([
      expect.stringContaining('"@aws_subscribe" argument "mutations" of type "[String!]!" is required'),
    ]);
  });
});
