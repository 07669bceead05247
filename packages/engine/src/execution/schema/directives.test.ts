/** AppSync developer guide, "Using additional authorization modes", and what AppSync's introspection lists. */
import { describe, expect, it } from 'vitest';
import type { AuthenticationType } from '../../model/app-model.ts';
import { constant, createTestApi, startTestApi } from '../testing/test-api.ts';

const ON: readonly (readonly [place: string, sdl: string])[] = [
  ['ENUM', 'enum E @aws_iam { A }'],
  ['ENUM_VALUE', 'enum E { A @aws_api_key }'],
  ['INTERFACE', 'interface I @aws_iam { a: String }'],
  ['UNION', 'type T { a: String } union U @aws_lambda = T'],
  ['INPUT_FIELD_DEFINITION', 'input I { a: String @aws_oidc }'],
  ['ARGUMENT_DEFINITION', 'type T { a(b: String @aws_iam): String }'],
];

describe('authorization directives', () => {
  it.each(ON)('may not stand on %s', (place, sdl) => {
    const created = createTestApi({ schema: `type Query { a: String } ${sdl}` });
    expect(created).toMatchObject({
      ok: false,
      errors: [expect.stringContaining(`may not be used on ${place}.`)],
    });
  });

  it.each(['aws_iam', 'aws_cognito_user_pools'])('@%s on an input type has no effect', async (name) => {
    const { run } = startTestApi({
      schema: `type Query { a(input: I): String } input I @${name} { b: String }`,
      resolvers: [constant('Query.a', 'open')],
    });
    expect((await run('{ a(input: { b: "c" }) }')).body).toEqual({ data: { a: 'open' } });
  });

  it.each<[AuthenticationType, readonly AuthenticationType[], string | null]>([
    ['AMAZON_COGNITO_USER_POOLS', [], null],
    ['AMAZON_COGNITO_USER_POOLS', ['API_KEY'], 'open'],
    ['API_KEY', [], 'open'],
    ['API_KEY', ['AMAZON_COGNITO_USER_POOLS'], 'open'],
  ])('@aws_auth counts where user pools are the only mode: %s, %j', async (mode, more, expected) => {
    const { run } = startTestApi({
      schema: 'type Query { a: String @aws_auth(cognito_groups: ["Admins"]) }',
      resolvers: [constant('Query.a', 'open')],
      api: { defaultAuthentication: mode, additionalAuthentication: more },
    });
    const caller = { authenticationType: mode, identity: { groups: ['Others'] } };
    expect((await run('{ a }', { caller })).body.data).toEqual({ a: expected });
  });

  it('are listed by introspection, with those that have no effect', async () => {
    const { run } = startTestApi({ schema: 'type Query { a: String }' });
    const { body } = await run('{ __schema { directives { name locations args { name } } } }');
    const { directives } = body.data?.['__schema'] as {
      directives: { name: string; locations: string[]; args: { name: string }[] }[];
    };
    const listed = new Map(directives.map(({ name, ...rest }) => [name, rest]));
    for (const name of ['aws_api_key', 'aws_iam', 'aws_oidc', 'aws_lambda', 'aws_cognito_user_pools', 'aws_auth']) {
      expect(listed.get(name)?.locations).toEqual(expect.arrayContaining(['OBJECT', 'FIELD_DEFINITION']));
    }
    expect(listed.get('aws_subscribe')).toEqual({
      locations: ['FIELD_DEFINITION'],
      args: [{ name: 'mutations' }],
    });
    expect(listed.get('aws_publish')).toEqual({
      locations: ['FIELD_DEFINITION'],
      args: [{ name: 'subscriptions' }],
    });
    expect(listed.get('defer')?.locations).toContain('FIELD');
  });
});
