import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { withUsers } from './affected-operations.ts';
import { compareSchemas } from './compare-schemas.ts';
import { collectUsage } from './operation-usage.ts';
import { parseRecordedOperations } from './recorded-operations.ts';

const BASE = `
  type Query { order(id: ID!): Order search: [Hit!] find(filter: Filter, kind: Kind): Order node: Node }
  type Order implements Node { id: ID! total: Int state(short: Boolean): State note: String }
  type Customer { name: String }
  union Hit = Order | Customer
  interface Node { id: ID! }
  enum State { OPEN DONE }
  enum Kind { A B }
  input Filter { text: String page: Page }
  input Page { size: Int from: Int }
  type Unreachable { x: Int y: Int }
`;

interface Case {
  readonly change: readonly [old: string, current: string];
  readonly operation: string;
  /** The breaking change, and whether the operation meets it. */
  readonly expected: readonly [type: string, isUsed: boolean];
}

const CASES: Readonly<Record<string, Case>> = {
  'a removed field that is selected': {
    change: [' total: Int', ''],
    operation: '{ order(id: 1) { total } }',
    expected: ['FIELD_REMOVED', true],
  },
  'a removed field that is not': {
    change: [' total: Int', ''],
    operation: '{ order(id: 1) { id } }',
    expected: ['FIELD_REMOVED', false],
  },
  'a field selected through an alias': {
    change: ['total: Int', 'total: String'],
    operation: '{ order(id: 1) { sum: total } }',
    expected: ['FIELD_TYPE_CHANGED', true],
  },
  'a removed argument that is given': {
    change: ['state(short: Boolean)', 'state'],
    operation: '{ order(id: 1) { state(short: true) } }',
    expected: ['FIELD_ARGUMENT_REMOVED', true],
  },
  'a removed argument that is not given': {
    change: ['state(short: Boolean)', 'state'],
    operation: '{ order(id: 1) { state } }',
    expected: ['FIELD_ARGUMENT_REMOVED', false],
  },
  'a new required argument that no one can give yet': {
    change: ['state(short: Boolean)', 'state(short: Boolean, for: ID!)'],
    operation: '{ order(id: 1) { state } }',
    expected: ['FIELD_ARGUMENT_ADDED', true],
  },
  'a removed enum value that a result may be': {
    change: ['OPEN DONE', 'OPEN'],
    operation: '{ order(id: 1) { state } }',
    expected: ['ENUM_VALUE_REMOVED', true],
  },
  'a removed enum value that is not the one sent': {
    change: ['{ A B }', '{ B }'],
    operation: '{ find(kind: B) { id } }',
    expected: ['ENUM_VALUE_REMOVED', false],
  },
  'a removed enum value that a variable may be': {
    change: ['{ A B }', '{ B }'],
    operation: 'query Find($kind: Kind) { find(kind: $kind) { id } }',
    expected: ['ENUM_VALUE_REMOVED', true],
  },
  'a removed input field deep in a variable': {
    change: ['size: Int from: Int', 'from: Int'],
    operation: 'query Find($filter: Filter) { find(filter: $filter) { id } }',
    expected: ['INPUT_FIELD_REMOVED', true],
  },
  'a removed input field beside the one that is sent': {
    change: ['size: Int from: Int', 'from: Int'],
    operation: '{ find(filter: { page: { from: 1 } }) { id } }',
    expected: ['INPUT_FIELD_REMOVED', false],
  },
  'a new required input field of an input object that is sent': {
    change: ['size: Int from: Int', 'size: Int from: Int to: Int!'],
    operation: '{ find(filter: { page: { from: 1 } }) { id } }',
    expected: ['INPUT_FIELD_ADDED', true],
  },
  'a union member that a result may be': {
    change: ['Order | Customer', 'Order'],
    operation: '{ search { __typename } }',
    expected: ['UNION_MEMBER_REMOVED', true],
  },
  'a union that no one asks for': {
    change: ['Order | Customer', 'Order'],
    operation: '{ node { id } }',
    expected: ['UNION_MEMBER_REMOVED', false],
  },
  'a field of an object type that is selected on its interface': {
    change: ['{ id: ID! total', '{ id: ID total'],
    operation: '{ node { id } }',
    expected: ['FIELD_TYPE_CHANGED', true],
  },
};

describe('whether a recorded operation meets a breaking change', () => {
  it.each(Object.entries(CASES))('%s', async (_, { change: [old, current], operation, expected }) => {
    expect(BASE).toContain(old);
    const base = buildSchema(BASE);
    const next = buildSchema(BASE.replace(old, current), { assumeValidSDL: true });
    const changes = await compareSchemas(base, next);
    const { documents } = parseRecordedOperations([{ path: 'a.graphql', text: operation }]);
    const usage = collectUsage(base, documents);
    const breaking = changes.filter(({ criticality }) => criticality === 'breaking');
    expect(breaking.map((one) => [one.type, withUsers(one, usage).usedBy?.length === 1])).toEqual([expected]);
  });

  it('rates changes of a type that no root field leads to as safe', async () => {
    const next = buildSchema(BASE.replace('{ x: Int y: Int }', '{ x: Int }'));
    expect(await compareSchemas(buildSchema(BASE), next)).toMatchObject([
      { criticality: 'safe', type: 'FIELD_REMOVED', path: 'Unreachable.y' },
    ]);
  });
});
