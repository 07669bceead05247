import { describe, expect, it } from 'vitest';
import { type References, evaluate, evaluateCondition } from './evaluate.ts';

const SECRET_ARN = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:login-a1b2c3';

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
  secret: (id) => (id === SECRET_ARN || id === 'login' ? '{"user":"ada","port":5432}' : undefined),
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
    [{ 'Fn::FindInMap': ['Sizes', 'nowhere', 'small', { DefaultValue: { Ref: 'Name' } }] }, 'value'],
    [{ 'Fn::FindInMap': ['Sizes', { 'Fn::Sub': '${AWS::Region}' }, 'small'] }, 1],
    [{ 'Fn::GetAZs': 'us-east-1' }, ['us-east-1a', 'us-east-1b', 'us-east-1c']],
    [{ 'Fn::GetAZs': { Ref: 'AWS::Region' } }, ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']],
    [{ 'Fn::Length': { Ref: 'List' } }, 2],
    [{ 'Fn::Length': { 'Fn::Split': [',', 'a,b,c'] } }, 3],
    [{ 'Fn::ToJsonString': { a: { Ref: 'Name' }, b: { Ref: 'AWS::NoValue' } } }, '{"a":"value"}'],
    [{ 'Fn::Cidr': ['10.0.0.0/22', 3, 8] }, ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']],
    [{ 'Fn::Select': [1, { 'Fn::Cidr': ['2001:db8::/56', 4, 64] }] }, '2001:db8:0:1::/64'],
    [{ 'Fn::Sub': 'arn:${AWS::Partition}:s3:::x.${AWS::URLSuffix}' }, 'arn:aws:s3:::x.amazonaws.com'],
    [{ Ref: 'AWS::StackName' }, 'S'],
    [{ Ref: 'AWS::StackId' }, 'arn:aws:cloudformation:eu-west-1:111122223333:stack/S/local'],
    [{ Ref: 'AWS::NotificationARNs' }, []],
    ['{{resolve:ssm:/known}} {{resolve:ssm-secure:/known:1}}', 'resolved resolved'],
    [{ 'Fn::Sub': ['{{resolve:ssm:/${known}}}', { known: 'known' }] }, 'resolved'],
    [`{{resolve:secretsmanager:${SECRET_ARN}:SecretString:user::}}`, 'ada'],
    [
      { 'Fn::Join': ['', ['{{resolve:secretsmanager:', SECRET_ARN, ':SecretString:port:AWSCURRENT:}}']] },
      '5432',
    ],
    ['{{resolve:secretsmanager:login}}', '{"user":"ada","port":5432}'],
    ['{{resolve:secretsmanager:login:SecretString:::}}', '{"user":"ada","port":5432}'],
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
    [
      '{{resolve:ssm:/other:1}}',
      'Stack "S" uses the SSM parameter "/other", which is not in this assembly. ' +
        'Give its value: --parameter /other=VALUE, or under "parameters" in the file of --values.',
    ],
    [
      '{{resolve:secretsmanager:other:SecretString:key::}}',
      `Stack "S" uses the secret "other", which is not in this assembly. Give its value: --secret other='{"key":"VALUE"}'`,
    ],
    [
      '{{resolve:secretsmanager:login:SecretString:pin::}}',
      'Stack "S" uses the key "pin" of the secret "login", whose value is not a JSON object with that key.',
    ],
    [{ 'Fn::Select': [2, { Ref: 'List' }] }, `Stack "S": Fn::Select can't find item 2 in a list of 2.`],
    [{ 'Fn::Cidr': ['10.0.0.0/24', 3, 8] }, `Fn::Cidr can't cut 3 blocks of 8 bits out of "10.0.0.0/24".`],
    [
      { 'Fn::Transform': { Name: 'AWS::Include', Parameters: {} } },
      'Stack "S" uses Fn::Transform, which CloudFormation expands when it deploys.',
    ],
    [{ 'Fn::ForEach::Topics': ['Name', [], {}] }, 'Stack "S" uses Fn::ForEach::Topics'],
  ])('refuses %j', (value, message) => {
    expect(() => evaluate(value, references)).toThrow(message);
  });
});
