/** Guards for `@authenticated`, `@requiresScopes` and `@policy`: AppSync's own directives know modes and groups only. */
import type { AccessRequirement } from '../model/access-requirement.ts';
import { literal, moduleText } from './module-text.ts';

/** Statement at the start of a guarded handler; empty without requirements. */
export function accessStatement(access: readonly AccessRequirement[]): string {
  return access.length === 0 ? '' : '  authorize(ctx);\n';
}

/** What `accessStatement` needs in its module. */
export function accessBlocks(access: readonly AccessRequirement[]): string[] {
  if (access.length === 0) return [];
  const rows = access.map((one) => `  ${literal(one)},\n`).join('');
  return [
    `/** Requirements that must all be met. */\n/** @type {any} */\nconst ACCESS = [\n${rows}];`,
    AUTHORIZE,
  ];
}

/**
 * Unit resolver on the NONE data source: the value is in the parent's, for those who may read it. At a subscription it
 * runs when the client subscribes, without a parent; events bring the values.
 */
export function emitGuardedProperty(
  typeName: string,
  fieldName: string,
  access: readonly AccessRequirement[],
): string {
  return moduleText({
    header: [`${typeName}.${fieldName}: the value is in the parent's, for those who may read it.`],
    imports: ['util'],
    blocks: [
      'export function request(ctx) {\n  authorize(ctx);\n  return { payload: null };\n}',
      `export function response(ctx) {\n  const value = ctx.source ? ctx.source.${fieldName} : null;\n  return value === undefined ? null : value;\n}`,
      ...accessBlocks(access),
    ],
  });
}

/**
 * Scopes are the token's claims `scope` (separated by spaces) and `scp`; policies its claim `policies`. A Lambda
 * authorizer gives both in its resolver context, as `scope` and `policies`, separated by spaces. Who has no identity
 * (an API key) is not authenticated.
 */
const AUTHORIZE = `
/** Ends the field with an error unless the caller meets all requirements. */
function authorize(ctx) {
  const identity = ctx.identity ? ctx.identity : null;
  const claims = identity && identity.claims ? identity.claims : {};
  const context = identity && identity.resolverContext ? identity.resolverContext : {};
  const scopes = [claims.scope, claims.scp, context.scope].map(toList).flat();
  const policies = [claims.policies, context.policies].map(toList).flat();
  const isAllowed = ACCESS.every(({ kind, anyOf }) => {
    if (kind === 'authenticated') {
      return identity !== null;
    }
    const granted = kind === 'scopes' ? scopes : policies;
    return anyOf.some((all) => all.every((one) => granted.indexOf(one) > -1));
  });
  if (!isAllowed) {
    util.error('Unauthorized field or type', 'UNAUTHORIZED_FIELD_OR_TYPE');
  }
}

/** A list, or text with spaces between its items. */
function toList(value) {
  if (!value) {
    return [];
  }
  return typeof value === 'string' ? value.split(' ') : value;
}
`;
