import { describe, expect, it } from 'vitest';
import type { Caller } from '../contract.ts';
import { constant, startTestApi } from '../testing/test-api.ts';

const SCHEMA = `
  type Query { plain: Box, mixed: Mixed @aws_iam @aws_api_key }
  type Box { a: String, cognito: String @aws_cognito_user_pools(cognito_groups: ["Admins"]) }
  type Mixed @aws_iam { inherited: String, own: String @aws_api_key, both: String @aws_api_key @aws_iam }
`;

const api = startTestApi({
  schema: SCHEMA,
  api: { additionalAuthentication: ['AWS_IAM', 'AMAZON_COGNITO_USER_POOLS'] },
  resolvers: [
    constant('Query.plain', { a: 'a', cognito: 'c' }),
    constant('Query.mixed', { inherited: 'i', own: 'o', both: 'b' }),
  ],
});

const apiKey: Caller = { authenticationType: 'API_KEY', identity: null };
const iam: Caller = { authenticationType: 'AWS_IAM', identity: {} };
const QUERY = '{ plain { a } mixed { inherited own both } }';

describe('D52 authorization directives', () => {
  it('replaces the default by the type and the type by the field; several are alternatives', async () => {
    const asKey = await api.run(QUERY, { caller: apiKey });
    expect(asKey.body.data).toEqual({ plain: { a: 'a' }, mixed: { inherited: null, own: 'o', both: 'b' } });
    expect(asKey.body.errors).toMatchObject([{ path: ['mixed', 'inherited'], errorType: 'Unauthorized' }]);
    const asIam = await api.run(QUERY, { caller: iam });
    expect(asIam.body.data).toEqual({ plain: null, mixed: { inherited: 'i', own: null, both: 'b' } });
  });

  it('asks for one of the groups', async () => {
    const inGroups = (groups: readonly string[] | null): Caller => ({
      authenticationType: 'AMAZON_COGNITO_USER_POOLS',
      identity: { groups },
    });
    const grouped = startTestApi({
      schema: 'type Query { a: String @aws_cognito_user_pools(cognito_groups: ["Admins"]) }',
      resolvers: [constant('Query.a', 'a')],
    });
    expect((await grouped.run('{ a }', { caller: inGroups(['Admins']) })).body.data).toEqual({ a: 'a' });
    expect((await grouped.run('{ a }', { caller: inGroups(null) })).body.data).toEqual({ a: null });
  });

  it('D52 closes fields without a directive where the user pool denies by default', async () => {
    const denying = startTestApi({
      schema: 'type Query { a: String, b: String @aws_auth(cognito_groups: ["Admins"]) }',
      resolvers: [constant('Query.a', 'a'), constant('Query.b', 'b')],
      api: {
        defaultAuthentication: 'AMAZON_COGNITO_USER_POOLS',
        authenticationProviders: [
          {
            type: 'AMAZON_COGNITO_USER_POOLS',
            userPoolId: 'us-east-1_a',
            region: 'us-east-1',
            defaultAction: 'DENY',
            appIdClientRegex: undefined,
          },
        ],
      },
    });
    const caller: Caller = {
      authenticationType: 'AMAZON_COGNITO_USER_POOLS',
      identity: { groups: ['Admins'] },
    };
    expect((await denying.run('{ a b }', { caller })).body.data).toEqual({ a: null, b: 'b' });
  });

  it('leaves __typename and introspection to the credential', async () => {
    const { body } = await api.run('{ __typename __type(name: "Box") { name } }', { caller: iam });
    expect(body).toEqual({ data: { __typename: 'Query', __type: { name: 'Box' } } });
  });
});
