import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, it } from 'vitest';
import type { IamPrincipalModel } from '../../model/app-model.ts';
import type { AuthorizationResult } from '../authorization-result.ts';
import {
  NOT_AUTHORIZED,
  NOW_EPOCH_MS,
  startTestAuthorizer,
  toHttpRequest,
} from '../testing/test-authorizer.ts';
import type { LocalCredentials } from './local-credentials.ts';
import { localIdentitiesOf } from './local-identities.ts';

const API = 'arn:aws:appsync:eu-west-1:123456789012:apis/testapi';
const PERMISSION_DENIED = { kind: 'unauthorized', message: 'Permission denied' };

const SCHEMA = `
  type Query { open: String, other: Post, secret: String }
  type Mutation { write: Post }
  type Subscription { onWrite: Post @aws_subscribe(mutations: ["write"]) }
  type Post { id: ID, title: String }
`;

function roleWith(...statements: readonly Readonly<Record<string, unknown>>[]): IamPrincipalModel {
  return {
    kind: 'role',
    name: 'Worker',
    arn: 'arn:aws:iam::123456789012:role/Worker',
    policies: [{ Version: '2012-10-17', Statement: statements }],
    unknownPolicies: [],
  };
}

const allow = (...fields: readonly string[]) => ({
  Effect: 'Allow',
  Action: 'appsync:GraphQL',
  Resource: fields.map((field) => `${API}/${field}`),
});
const deny = (...fields: readonly string[]) => ({ ...allow(...fields), Effect: 'Deny' });

interface Call {
  readonly query?: string;
  readonly operationName?: string;
  /** Changes to what the caller signs with. */
  readonly credentials?: Partial<LocalCredentials>;
  readonly withoutToken?: boolean;
}

function start(principal: IamPrincipalModel) {
  const identities = localIdentitiesOf({ principals: [principal], lambdaFunctions: [] });
  const running = startTestAuthorizer({
    modes: ['AWS_IAM'],
    api: { schema: SCHEMA },
    options: { identities: () => identities },
  });
  return {
    warnings: running.warnings,
    async call({ query = '{ open }', operationName, credentials, withoutToken }: Call = {}) {
      const [identity] = identities;
      if (identity === undefined) throw new Error('There is no identity.');
      const request = toHttpRequest({}, { query, operationName });
      const signed = await new SignatureV4({
        service: 'appsync',
        region: 'eu-west-1',
        credentials: { ...identity.credentials, ...credentials },
        sha256: Sha256,
      }).sign(
        {
          protocol: 'https:',
          hostname: 'localhost',
          method: 'POST',
          path: '/graphql',
          headers: { host: 'localhost' },
          body: request.kind === 'http' ? request.body : '',
        },
        { signingDate: new Date(NOW_EPOCH_MS) },
      );
      const { 'x-amz-security-token': token, ...headers } = signed.headers;
      const withToken = withoutToken === true || token === undefined ? {} : { 'x-amz-security-token': token };
      return running.authorize({ ...request, headers: { ...headers, ...withToken } });
    },
  };
}

const deniedOf = (result: AuthorizationResult): readonly string[] | string =>
  result.kind === 'authorized' ? (result.caller.deniedFields ?? []) : result.message;

describe('a role', () => {
  it('is known by its session, and by its own token', async () => {
    const { call, warnings } = start(roleWith(allow('*')));
    expect(await call()).toEqual({
      kind: 'authorized',
      caller: {
        authenticationType: 'AWS_IAM',
        identity: {
          accountId: '123456789012',
          cognitoIdentityAuthProvider: null,
          cognitoIdentityAuthType: null,
          cognitoIdentityId: null,
          cognitoIdentityPoolId: null,
          sourceIp: ['127.0.0.1'],
          userArn: 'arn:aws:sts::123456789012:assumed-role/Worker/local',
          username: expect.stringMatching(/^AROA[A-Z2-7]{16}:local$/),
        },
      },
    });
    expect(await call({ credentials: { secretAccessKey: 'guessed' } })).toEqual(NOT_AUTHORIZED);
    expect(await call({ credentials: { sessionToken: 'guessed' } })).toEqual(NOT_AUTHORIZED);
    expect(await call({ withoutToken: true })).toEqual(NOT_AUTHORIZED);
    expect(warnings.at(-1)).toMatch('has no x-amz-security-token');
  });

  it.each<[string, readonly Readonly<Record<string, unknown>>[], string, readonly string[] | string]>([
    ['nothing allowed', [], '{ open }', 'Permission denied'],
    [
      'only another API',
      [{ ...allow(), Resource: 'arn:aws:appsync:*:*:apis/other/*' }],
      '{ open }',
      'Permission denied',
    ],
    ['the API', [allow('*')], '{ open secret }', []],
    [
      'one field, and that is asked',
      [allow('types/Query/fields/open')],
      '{ open }',
      ['Query.other', 'Query.secret', 'Mutation.write', 'Subscription.onWrite'],
    ],
    [
      'one field, and another is asked',
      [allow('types/Query/fields/open')],
      '{ secret }',
      'Permission denied',
    ],
    [
      'one field, and both are asked',
      [allow('types/Query/fields/open')],
      '{ secret open }',
      ['Query.other', 'Query.secret', 'Mutation.write', 'Subscription.onWrite'],
    ],
    ['queries alone', [allow('types/Query/*')], 'mutation { write { id } }', 'Permission denied'],
    [
      'a field denied',
      [allow('*'), deny('types/Query/fields/secret')],
      '{ a: secret open }',
      ['Query.secret'],
    ],
    [
      'a field denied behind a fragment',
      [allow('*'), deny('types/Query/fields/secret')],
      '{ ...F } fragment F on Query { ... { secret } }',
      'Permission denied',
    ],
    [
      'a nested field denied',
      [allow('*'), deny('types/Post/fields/title')],
      '{ other { id title } }',
      ['Post.title'],
    ],
    [
      'nested fields without a word',
      [allow('types/Query/*')],
      '{ other { id } }',
      ['Mutation.write', 'Subscription.onWrite'],
    ],
    ['all denied', [allow('*'), deny('*')], '{ open }', 'Permission denied'],
    [
      'the type name',
      [allow('types/Query/fields/open')],
      '{ __typename }',
      ['Query.other', 'Query.secret', 'Mutation.write', 'Subscription.onWrite'],
    ],
    ['no GraphQL', [allow('types/Query/*')], '{ open', ['Mutation.write', 'Subscription.onWrite']],
  ])('%s', async (_name, statements, query, expected) => {
    expect(deniedOf(await start(roleWith(...statements)).call({ query }))).toEqual(expected);
  });

  it('is judged by the operation that is named', async () => {
    const { call } = start(roleWith(allow('types/Query/fields/open')));
    const query = 'query A { open } query B { secret }';
    expect(await call({ query, operationName: 'A' })).toMatchObject({ kind: 'authorized' });
    expect(await call({ query, operationName: 'B' })).toEqual(PERMISSION_DENIED);
  });

  it('is judged by address where its policy asks for it', async () => {
    const Condition = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } };
    const { call } = start(roleWith(allow('types/Query/fields/open'), { ...allow('*'), Condition }));
    expect(await call({ query: '{ secret }' })).toEqual(PERMISSION_DENIED);
    const here = { IpAddress: { 'aws:SourceIp': '127.0.0.1' } };
    const near = start(roleWith({ ...allow('*'), Condition: here }));
    expect(deniedOf(await near.call({ query: '{ secret }' }))).toEqual([]);
  });

  it('tells the developer what is not allowed, and which policies are not known', async () => {
    const unknownPolicies = [
      'arn:aws:iam::aws:policy/job-function/Billing',
      'arn:aws:iam::aws:policy/AWSLambda_FullAccess',
    ];
    const { call, warnings } = start({ ...roleWith(allow('types/Query/fields/open')), unknownPolicies });
    await call({ query: '{ open secret }' });
    expect(warnings).toEqual([
      'The policies of arn:aws:iam::123456789012:role/Worker do not allow appsync:GraphQL on Query.secret. ' +
        'Not known here: arn:aws:iam::aws:policy/job-function/Billing.',
    ]);
  });

  it('is limited by its boundary, and has what AWS administers', async () => {
    const boundary = { Statement: [allow('types/Query/*')] };
    const { call } = start({ ...roleWith(allow('types/Mutation/*', 'types/Query/fields/open')), boundary });
    expect(deniedOf(await call())).toEqual([
      'Query.other',
      'Query.secret',
      'Mutation.write',
      'Subscription.onWrite',
    ]);
    const unknownPolicies = ['arn:aws:iam::aws:policy/AWSAppSyncInvokeFullAccess'];
    expect(deniedOf(await start({ ...roleWith(), unknownPolicies }).call())).toEqual([]);
  });
});

describe('a user', () => {
  it('signs without a token, and is known by its name', async () => {
    const arn = 'arn:aws:iam::123456789012:user/ann';
    const Resource = `${API}/types/Query/fields/\${aws:username}`;
    const policies = [{ Statement: { Effect: 'Allow', Action: '*', Resource } }];
    const { call } = start({ kind: 'user', name: 'open', arn, policies, unknownPolicies: [] });
    expect(await call()).toMatchObject({
      kind: 'authorized',
      caller: { identity: { userArn: arn, username: expect.stringMatching(/^AIDA/) } },
    });
    expect(await call({ query: '{ secret }' })).toEqual(PERMISSION_DENIED);
  });
});
