import { describe, expect, it } from 'vitest';
import { describeNotices } from '../lifecycle/describe-notices.ts';
import { loadAssembly } from './load-assembly.ts';
import { writeAssembly } from './testing/write-assembly.ts';

const ApiId = { 'Fn::GetAtt': ['Api', 'ApiId'] };
const ARN = { 'Fn::GetAtt': ['Authorize', 'Arn'] };

async function noticesWith(permission: Readonly<Record<string, unknown>> | undefined) {
  const Resources = {
    Api: {
      Type: 'AWS::AppSync::GraphQLApi',
      Properties: {
        Name: 'shop',
        AuthenticationType: 'AWS_LAMBDA',
        LambdaAuthorizerConfig: { AuthorizerUri: ARN },
      },
    },
    Schema: {
      Type: 'AWS::AppSync::GraphQLSchema',
      Properties: { ApiId, Definition: 'type Query { a: String }' },
    },
    Authorize: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'authorize',
        Handler: 'index.handler',
        Runtime: 'nodejs22.x',
        Code: { ZipFile: 'exports.handler = async () => ({ isAuthorized: true });' },
      },
    },
    ...(permission === undefined
      ? {}
      : { Permission: { Type: 'AWS::Lambda::Permission', Properties: permission } }),
  };
  const directory = await writeAssembly({ Shop: { template: { Resources } } });
  const result = await loadAssembly({ directory, apiUrl: 'http://127.0.0.1:4000' });
  if (!result.ok) throw new Error(result.errors.join());
  return describeNotices(result.model);
}

const NOTICE =
  'The Lambda authorizer "authorize" has no AWS::Lambda::Permission for appsync.amazonaws.com: it is called here, ' +
  'and AWS refuses its callers.';
const ALLOW = { Action: 'lambda:InvokeFunction', Principal: 'appsync.amazonaws.com' };

describe('the function of a Lambda authorizer', () => {
  it.each([
    ['nobody', undefined],
    ['another service', { ...ALLOW, Principal: 'events.amazonaws.com', FunctionName: ARN }],
    ['AppSync, for another function', { ...ALLOW, FunctionName: 'other' }],
  ])('that %s may call is told of', async (_what, permission) => {
    expect(await noticesWith(permission)).toEqual([NOTICE]);
  });

  it.each([
    ['its ARN', ARN],
    ['its name', { Ref: 'Authorize' }],
    ['an alias', 'arn:aws:lambda:us-east-1:000000000000:function:authorize:live'],
  ])('may be called by AppSync, named by %s', async (_what, FunctionName) => {
    expect(await noticesWith({ ...ALLOW, FunctionName })).toEqual([]);
  });
});
