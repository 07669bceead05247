import { describe, expect, it } from 'vitest';
import type { PolicyContext } from './match-pattern.ts';
import { evaluatePolicies } from './evaluate-policies.ts';
import { parsePolicyDocument } from './policy-document.ts';

const API = 'arn:aws:appsync:us-east-1:111122223333:apis/abc';
const FIELD = `${API}/types/Query/fields/getPost`;

type Statement = Readonly<Record<string, unknown>>;

function decide(
  statements: Statement | readonly Statement[],
  context: PolicyContext | 'unknowable' = {},
  { action = 'appsync:GraphQL', resource = FIELD } = {},
) {
  return evaluatePolicies(parsePolicyDocument({ Version: '2012-10-17', Statement: statements }), {
    action,
    resource,
    context,
  });
}

const allow = (rest: Statement = {}): Statement => ({
  Effect: 'Allow',
  Action: 'appsync:GraphQL',
  Resource: '*',
  ...rest,
});
const deny = (rest: Statement = {}): Statement => ({ ...allow(rest), Effect: 'Deny' });

describe('actions and resources', () => {
  it.each<[string, Statement | readonly Statement[], string]>([
    ['nothing', [], 'implicit-deny'],
    ['everything', { Effect: 'Allow', Action: '*', Resource: '*' }, 'allow'],
    ['one statement without a list', allow(), 'allow'],
    ['the action in other letters', allow({ Action: 'AppSync:graphql' }), 'allow'],
    ['a prefix of actions', allow({ Action: ['s3:Get*', 'appsync:*'] }), 'allow'],
    ['one character of the action', allow({ Action: 'appsync:Graph?L' }), 'allow'],
    ['another action', allow({ Action: 'appsync:GetDataSource' }), 'implicit-deny'],
    ['all but another action', { Effect: 'Allow', NotAction: 's3:*', Resource: '*' }, 'allow'],
    ['all but this action', { Effect: 'Allow', NotAction: 'appsync:*', Resource: '*' }, 'implicit-deny'],
    ['the API', allow({ Resource: `${API}/*` }), 'allow'],
    ['the API without its fields', allow({ Resource: API }), 'implicit-deny'],
    ['the type', allow({ Resource: `${API}/types/Query/*` }), 'allow'],
    ['the field', allow({ Resource: [`${API}/types/Mutation/*`, FIELD] }), 'allow'],
    ['a field that begins like it', allow({ Resource: FIELD.slice(0, -1) }), 'implicit-deny'],
    ['the field in other letters', allow({ Resource: FIELD.toUpperCase() }), 'implicit-deny'],
    ['any region', allow({ Resource: FIELD.replace('us-east-1', '*') }), 'allow'],
    ['dots as dots', allow({ Resource: FIELD.replace('/types', '.types') }), 'implicit-deny'],
    [
      'all but another field',
      { Effect: 'Allow', Action: '*', NotResource: `${API}/types/Query/fields/other` },
      'allow',
    ],
    ['all but this field', { Effect: 'Allow', Action: '*', NotResource: FIELD }, 'implicit-deny'],
    ['a denial over an allowance', [allow(), deny({ Resource: FIELD })], 'explicit-deny'],
    ['a denial before an allowance', [deny({ Resource: '*' }), allow({ Resource: FIELD })], 'explicit-deny'],
    ['a denial of something else', [allow(), deny({ Resource: `${API}/types/Mutation/*` })], 'allow'],
    ['no resource at all', { Effect: 'Allow', Action: '*' }, 'implicit-deny'],
    ['an effect in other letters', { Effect: 'allow', Action: '*', Resource: '*' }, 'implicit-deny'],
  ])('%s', (_name, statements, decision) => {
    expect(decide(statements)).toBe(decision);
  });

  it.each([null, 'text', { Statement: 'all' }, { Statement: [null, 1] }])(
    'reads %j as nothing',
    (document) => {
      expect(parsePolicyDocument(document)).toEqual([]);
    },
  );
});

const CONTEXT: PolicyContext = {
  'aws:username': ['ann'],
  'aws:principalarn': ['arn:aws:iam::111122223333:role/shop/Worker'],
  'aws:sourceip': ['203.0.113.7'],
  'aws:securetransport': ['true'],
  'aws:currenttime': ['2026-11-21T08:00:00Z'],
  'aws:epochtime': ['1795248000'],
  'aws:tagkeys': ['team', 'cost'],
};

describe('conditions', () => {
  it.each<[operator: string, key: string, values: unknown, holds: boolean]>([
    ['StringEquals', 'aws:username', 'ann', true],
    ['StringEquals', 'AWS:UserName', ['bea', 'ann'], true],
    ['StringEquals', 'aws:username', 'Ann', false],
    ['StringEquals', 'aws:username', 'a*', false],
    ['StringEquals', 'aws:absent', 'ann', false],
    ['StringEqualsIfExists', 'aws:absent', 'ann', true],
    ['StringEqualsIfExists', 'aws:username', 'bea', false],
    ['StringNotEquals', 'aws:username', ['bea', 'cid'], true],
    ['StringNotEquals', 'aws:username', ['bea', 'ann'], false],
    ['StringNotEquals', 'aws:absent', 'ann', true],
    ['StringEqualsIgnoreCase', 'aws:username', 'ANN', true],
    ['StringNotEqualsIgnoreCase', 'aws:username', 'ANN', false],
    ['StringLike', 'aws:username', 'a?n', true],
    ['StringLike', 'aws:username', 'b*', false],
    ['StringNotLike', 'aws:username', 'a*', false],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/shop/*', true],
    ['ArnEquals', 'aws:PrincipalArn', 'arn:aws:iam::*:role/other', false],
    ['ArnNotLike', 'aws:PrincipalArn', 'arn:aws:iam::*:user/*', true],
    ['Bool', 'aws:SecureTransport', true, true],
    ['Bool', 'aws:SecureTransport', 'False', false],
    ['IpAddress', 'aws:SourceIp', '203.0.113.0/24', true],
    ['IpAddress', 'aws:SourceIp', ['10.0.0.0/8', '203.0.113.7'], true],
    ['IpAddress', 'aws:SourceIp', '2001:db8::/32', false],
    ['IpAddress', 'aws:SourceIp', '203.0.113.0/99', false],
    ['NotIpAddress', 'aws:SourceIp', '203.0.113.0/24', false],
    ['NotIpAddress', 'aws:SourceIp', '10.0.0.0/8', true],
    ['Null', 'aws:absent', 'true', true],
    ['Null', 'aws:username', 'true', false],
    ['Null', 'aws:username', false, true],
    ['DateGreaterThan', 'aws:CurrentTime', '2026-11-21T00:00:00Z', true],
    ['DateLessThan', 'aws:CurrentTime', '2026-11-21T00:00:00Z', false],
    ['DateLessThan', 'aws:EpochTime', '2026-12-01T00:00:00Z', true],
    ['DateEquals', 'aws:CurrentTime', 'no date', false],
    ['NumericLessThanEquals', 'aws:EpochTime', 1_795_248_000, true],
    ['NumericGreaterThan', 'aws:EpochTime', '1795248000', false],
    ['ForAnyValue:StringEquals', 'aws:TagKeys', ['team', 'owner'], true],
    ['ForAnyValue:StringEquals', 'aws:TagKeys', ['owner'], false],
    ['ForAnyValue:StringEquals', 'aws:absent', ['owner'], false],
    ['ForAllValues:StringEquals', 'aws:TagKeys', ['team', 'cost', 'more'], true],
    ['ForAllValues:StringEquals', 'aws:TagKeys', ['team'], false],
    ['ForAllValues:StringLike', 'aws:absent', ['team'], true],
  ])('%s %s %j: %s', (operator, key, values, holds) => {
    expect(decide(allow({ Condition: { [operator]: { [key]: values } } }), CONTEXT)).toBe(
      holds ? 'allow' : 'implicit-deny',
    );
  });

  it('all of a statement have to hold', () => {
    const both = (name: string) =>
      allow({
        Condition: { StringEquals: { 'aws:username': name }, Bool: { 'aws:SecureTransport': 'true' } },
      });
    expect([decide(both('ann'), CONTEXT), decide(both('bea'), CONTEXT)]).toEqual(['allow', 'implicit-deny']);
  });

  it('an operator that is not known keeps an Allow from applying, and not a Deny', () => {
    const Condition = { BinaryEquals: { 'aws:x': 'eA==' } };
    expect(decide(allow({ Condition }), CONTEXT)).toBe('implicit-deny');
    expect(decide([allow(), deny({ Condition })], CONTEXT)).toBe('explicit-deny');
  });

  it('of a call that is not known favor the caller', () => {
    const Condition = { StringEquals: { 'aws:username': 'bea' } };
    expect(decide(allow({ Condition }), 'unknowable')).toBe('allow');
    expect(decide([allow(), deny({ Condition })], 'unknowable')).toBe('allow');
    expect(decide([allow(), deny()], 'unknowable')).toBe('explicit-deny');
  });
});

describe('variables', () => {
  it.each<[resource: string, decision: string]>([
    ['types/Query/fields/${aws:username}', 'allow'],
    ['types/Query/fields/${aws:absent}', 'implicit-deny'],
    ["types/Query/fields/${aws:absent, 'ann'}", 'allow'],
    ['types/Query/fields/${*}', 'implicit-deny'],
    ['types/Query/fields/${aws:tagkeys}', 'implicit-deny'],
  ])('%s', (resource, decision) => {
    const statement = allow({ Resource: `${API}/${resource}` });
    expect(decide(statement, CONTEXT, { resource: `${API}/types/Query/fields/ann` })).toBe(decision);
  });

  it('stand in conditions, and for a literal star', () => {
    const Condition = { StringLike: { 'aws:username': '${aws:username}' } };
    expect(decide(allow({ Condition }), CONTEXT)).toBe('allow');
    const literal = allow({ Resource: `${API}/\${*}` });
    expect(decide(literal, CONTEXT, { resource: `${API}/*` })).toBe('allow');
  });
});
