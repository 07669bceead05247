import { compile, formatDiagnostic } from '@tributary/compiler';
import { testResolver } from '@tributary/engine/testing';
import { describe, expect, it } from 'vitest';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@authenticated", "@requiresScopes", "@policy"])
type Query {
  mine: String @authenticated
  mail: String @requiresScopes(scopes: [["mail:read", "mail:list"], ["admin"]])
  bill: String @policy(policies: [["billing"]]) @authenticated
}
type Mutation { send(text: String!): String }
type Subscription { sent: String @aws_subscribe(mutations: ["send"]) @requiresScopes(scopes: [["mail:read"]]) }`;

/** True when the emitted guard lets the caller read the field. */
async function isAllowed(field: string, identity: unknown): Promise<boolean> {
  const compiled = compile([
    { kind: 'lambda', name: 'a', sdl: SDL, file: 'a.graphql', maxBatchSize: 1, resolvers: [] },
  ]);
  if (!compiled.ok) throw new Error(compiled.error.map((one) => formatDiagnostic(one)).join('\n'));
  const resolver = compiled.value.resolvers.find(({ fieldName }) => fieldName === field);
  const tested = await testResolver({ code: resolver?.code ?? '' });
  const { error } = tested.request({ identity });
  if (error !== undefined) expect(error.errorType).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  return error === undefined;
}

describe('guards by the token of the caller', () => {
  it('@authenticated wants an identity', async () => {
    expect(await isAllowed('mine', null)).toBe(false);
    expect(await isAllowed('mine', { sub: '1', claims: {} })).toBe(true);
  });

  it('@requiresScopes wants all scopes of one list, from claims or a Lambda authorizer', async () => {
    expect(await isAllowed('mail', { claims: { scope: 'mail:read' } })).toBe(false);
    expect(await isAllowed('mail', { claims: { scope: 'mail:read mail:list' } })).toBe(true);
    expect(await isAllowed('mail', { claims: { scp: ['admin'] } })).toBe(true);
    expect(await isAllowed('mail', { resolverContext: { scope: 'admin' } })).toBe(true);
    expect(await isAllowed('mail', null)).toBe(false);
  });

  it('a subscription is guarded when the client subscribes', async () => {
    expect(await isAllowed('sent', { claims: { scope: 'mail:send' } })).toBe(false);
    expect(await isAllowed('sent', { claims: { scope: 'mail:read' } })).toBe(true);
  });

  it('@policy wants a policy that the token or the authorizer grants', async () => {
    expect(await isAllowed('bill', { claims: { policies: ['reading'] } })).toBe(false);
    expect(await isAllowed('bill', { claims: { policies: ['reading', 'billing'] } })).toBe(true);
    expect(await isAllowed('bill', { resolverContext: { policies: 'billing' } })).toBe(true);
  });
});
