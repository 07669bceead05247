import { describe, expect, it } from 'vitest';
import { constant, startTestApi } from '../../src/execution/testing/test-api.ts';
import { CALLERS, toCaller } from './access-rules.ts';

describe('where user pools are the only mode', () => {
  const sdl = `
    type Query {
      plain: String
      admins: String @aws_auth(cognito_groups: ["Admins"])
      either: String @aws_auth(cognito_groups: ["Admins", "Editors"])
      other: String @aws_cognito_user_pools(cognito_groups: ["Editors"])
    }`;
  const groups: Readonly<Record<string, readonly string[] | undefined>> = {
    plain: undefined,
    admins: ['Admins'],
    either: ['Admins', 'Editors'],
    other: ['Editors'],
  };
  const users = CALLERS.filter(({ mode }) => mode === 'AMAZON_COGNITO_USER_POOLS');

  it.each(
    users.flatMap((user) => (['ALLOW', 'DENY'] as const).map((action) => [user.name, action, user] as const)),
  )('%s reads under %s what @aws_auth opens', async (_name, defaultAction, user) => {
    const { run } = startTestApi({
      schema: sdl,
      resolvers: Object.keys(groups).map((name) => constant(`Query.${name}`, name)),
      api: {
        defaultAuthentication: 'AMAZON_COGNITO_USER_POOLS',
        authenticationProviders: [
          {
            type: 'AMAZON_COGNITO_USER_POOLS',
            userPoolId: 'p',
            region: 'us-east-1',
            defaultAction,
            appIdClientRegex: undefined,
          },
        ],
      },
    });
    const answer = await run('{ plain admins either other }', { caller: toCaller(user) });
    const expected = Object.entries(groups).map(([name, allowed]) => {
      const isOpen =
        allowed === undefined
          ? defaultAction === 'ALLOW'
          : allowed.some((group) => user.groups.includes(group));
      return [name, isOpen ? name : null] as const;
    });
    expect(answer.body.data).toEqual(Object.fromEntries(expected));
    const open = expected.flatMap(([name, value]) => (value === null ? [] : [`Query.${name}`]));
    expect(answer.trace.calls.map(({ resolver }) => resolver).toSorted()).toEqual(open.toSorted());
  });
});
