import { describe, expect, it } from 'vitest';
import { isAllowed } from './is-allowed.ts';

const AUTHENTICATED = { kind: 'authenticated' } as const;
const SCOPES = { kind: 'scopes', anyOf: [['read', 'write'], ['admin']] } as const;
const POLICIES = { kind: 'policies', anyOf: [['staff']] } as const;

describe('isAllowed', () => {
  it('wants an identity', () => {
    expect(isAllowed([AUTHENTICATED], null)).toBe(false);
    expect(isAllowed([AUTHENTICATED], { claims: {} })).toBe(true);
  });

  it('wants all scopes of one list, of the token or of an authorizer', () => {
    expect(isAllowed([SCOPES], { claims: { scope: 'read' } })).toBe(false);
    expect(isAllowed([SCOPES], { claims: { scope: 'read write' } })).toBe(true);
    expect(isAllowed([SCOPES], { claims: { scope: 'read', scp: ['write'] } })).toBe(true);
    expect(isAllowed([SCOPES], { resolverContext: { scope: 'admin' } })).toBe(true);
  });

  it('wants every requirement', () => {
    expect(isAllowed([SCOPES, POLICIES], { claims: { scope: 'admin' } })).toBe(false);
    expect(isAllowed([SCOPES, POLICIES], { claims: { scope: 'admin', policies: ['staff'] } })).toBe(true);
  });
});
