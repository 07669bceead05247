import type { ResolverPlan } from '@tributary/compiler';
import { assertNever } from '../../assert-never.ts';
import { isRecord } from '../../is-record.ts';

type AccessRequirement = ResolverPlan['access'][number];

/**
 * Whether a caller meets all requirements. Scopes are the token's claims `scope` (separated by spaces) and `scp`;
 * policies its claim `policies`; a Lambda authorizer gives both in its resolver context. Who has no identity (an API
 * key) is not authenticated.
 */
export function isAllowed(access: readonly AccessRequirement[], identity: unknown): boolean {
  const claims = memberOf(identity, 'claims');
  const context = memberOf(identity, 'resolverContext');
  const scopes = [claims['scope'], claims['scp'], context['scope']].flatMap(toTexts);
  const policies = [claims['policies'], context['policies']].flatMap(toTexts);
  const hasAll = (granted: readonly string[]) => (all: readonly string[]) =>
    all.every((one) => granted.includes(one));
  return access.every((requirement) => {
    switch (requirement.kind) {
      case 'authenticated':
        return identity !== null && identity !== undefined;
      case 'scopes':
        return requirement.anyOf.some(hasAll(scopes));
      case 'policies':
        return requirement.anyOf.some(hasAll(policies));
      default:
        return assertNever(requirement);
    }
  });
}

function memberOf(identity: unknown, name: string): Readonly<Record<string, unknown>> {
  const member = isRecord(identity) ? identity[name] : undefined;
  return isRecord(member) ? member : {};
}

/** A list, or text with spaces between its items. */
function toTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(' ');
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
