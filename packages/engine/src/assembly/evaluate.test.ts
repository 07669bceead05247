import { describe, expect, it } from 'vitest';
import { type References, evaluate, evaluateCondition } from './evaluate.ts';

const references: References = {
  stackName: 'S',
  region: 'eu-west-1',
  accountId: '111122223333',
  mappings: { Sizes: { 'eu-west-1': { small: 1 } } },
  conditions: {
    IsEurope: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] },
    Both: { 'Fn::And': [{ Condition: 'IsEurope' }, { 'Fn::Not': [{ 'Fn::Equals': ['a', 'a'] }] }] },
    Either: { 'Fn::Or': [{ Condition: 'Both' }, { Condition: 'IsEurope' }] },
  },
  ref: (name) => ({ Name: 'value', List: ['x', 'y'] })[name],
  getAtt: (logicalId, attribute) => (logicalId === 'Thing' ? `${attribute}!` : undefined),
  importValue: (name) => (name === 'S:Out' ? 'imported' : undefined),
  stackOutput: () => 'output',
  ssmParameter: (name) => (name === '/known' ? 'resolved' : undefined),
};

describe('evaluate', () => {
  it.each([
    [{ Ref: 'Name' }, 'value'],
    [{ Ref: 'AWS::AccountId' }, '111122223333'],
    [{ 'Fn::GetAtt': ['Thing', 'Arn'] }, 'Arn!'],
    [{ 'Fn::GetAtt': 'Thing.Outputs.A' }, 'Outputs.A!'],
    [{ 'Fn::Sub': '${AWS::Region}/${Name}/${Thing.Arn}/${!Literal}' }, 'eu-west-1/value/Arn!/${Literal}'],
    [{ 'Fn::Sub': ['${a}-${Name}', { a: { Ref: 'AWS::Region' } }] }, 'eu-west-1-value'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Name' }]] }, 'a-value'],
    [{ 'Fn::Join': [',', { Ref: 'List' }] }, 'x,y'],
    [{ 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    [{ 'Fn::If': ['IsEurope', 'yes', 'no'] }, 'yes'],
    [{ 'Fn::If': ['Both', 'yes', { Ref: 'AWS::NoValue' }] }, undefined],
    [{ 'Fn::ImportValue': { 'Fn::Sub': '${AWS::StackName}:Out' } }, 'imported'],
    [{ 'Fn::GetStackOutput': { StackName: 'Other', OutputName: 'Out' } }, 'output'],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'small'] }, 1],
    [{ 'Fn::Base64': 'a' }, 'YQ=='],
    [{ 'Fn::GetAZs': '' }, ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']],
    [{ a: { Ref: 'AWS::NoValue' }, b: [1, { Ref: 'AWS::NoValue' }, 2] }, { b: [1, 2] }],
    ['{{resolve:ssm:/known}} {{resolve:ssm:/other:1}}', 'resolved {{resolve:ssm:/other:1}}'],
  ])('%j', (value, expected) => {
    expect(evaluate(value, references)).toEqual(expected);
  });

  it('evaluates conditions by name', () => {
    expect(evaluateCondition({ Condition: 'Either' }, references)).toBe(true);
    expect(evaluateCondition({ Condition: 'Both' }, references)).toBe(false);
  });

  it.each([
    [{ Ref: 'Nothing' }, 'Stack "S" refers to the parameter or resource "Nothing", which does not exist.'],
    [
      { 'Fn::GetAtt': ['Nothing', 'Arn'] },
      'Stack "S" refers to the attribute "Nothing.Arn", which does not exist.',
    ],
    [
      { 'Fn::FindInMap': ['Sizes', 'x', 'y'] },
      'Stack "S" refers to the mapping "Sizes.x.y", which does not exist.',
    ],
  ])('refuses %j', (value, message) => {
    expect(() => evaluate(value, references)).toThrow(message);
  });
});
