/** Who may read a field. See AppSync developer guide, "Configuring authorization and authentication". */
import { type ConstDirectiveNode, Kind } from 'graphql';
import { isRecord } from '../../model/is-record.ts';
import type { AuthenticationType } from '../../model/app-model.ts';
import type { Caller } from '../contract.ts';

/** @returns true when the caller may read the field */
export type FieldAccess = (caller: Caller) => boolean;

export interface AccessDefaults {
  readonly defaultMode: AuthenticationType;
  /** `@aws_auth` works only where Cognito user pools are the sole mode. */
  readonly hasAdditionalModes: boolean;
  /** `DefaultAction: DENY` of a user pool: fields without a directive are open to nobody. */
  readonly deniesUndecorated?: boolean;
}

interface Grant {
  readonly mode: AuthenticationType;
  readonly groups: readonly string[] | undefined;
}

const USER_POOLS: AuthenticationType = 'AMAZON_COGNITO_USER_POOLS';

const MODE_OF_DIRECTIVE: Readonly<Record<string, AuthenticationType>> = {
  aws_api_key: 'API_KEY',
  aws_iam: 'AWS_IAM',
  aws_oidc: 'OPENID_CONNECT',
  aws_lambda: 'AWS_LAMBDA',
  aws_cognito_user_pools: 'AMAZON_COGNITO_USER_POOLS',
};

/**
 * A directive on the field replaces those on the type, which replace the default mode; several on one element are
 * alternatives.
 */
export function toFieldAccess(
  fieldDirectives: readonly ConstDirectiveNode[],
  typeDirectives: readonly ConstDirectiveNode[],
  defaults: AccessDefaults,
): FieldAccess {
  const undecorated =
    defaults.deniesUndecorated === true ? [] : [{ mode: defaults.defaultMode, groups: undefined }];
  const grants =
    [fieldDirectives, typeDirectives]
      .map((directives) => toGrants(directives, defaults))
      .find((found) => found.length > 0) ?? undecorated;
  return (caller) =>
    grants.some((grant) => grant.mode === caller.authenticationType && isInGroups(caller.identity, grant.groups));
}

function toGrants(directives: readonly ConstDirectiveNode[], defaults: AccessDefaults): readonly Grant[] {
  return directives.flatMap((directive) => {
    const mode = modeOf(directive.name.value, defaults);
    return mode === undefined ? [] : [{ mode, groups: readGroups(directive) }];
  });
}

function modeOf(directive: string, defaults: AccessDefaults): AuthenticationType | undefined {
  if (directive === 'aws_auth') {
    const isSoleMode = defaults.defaultMode === USER_POOLS && !defaults.hasAdditionalModes;
    return isSoleMode ? USER_POOLS : undefined;
  }
  return MODE_OF_DIRECTIVE[directive];
}

function readGroups(directive: ConstDirectiveNode): readonly string[] | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === 'cognito_groups')?.value;
  if (value?.kind === Kind.STRING) return [value.value];
  if (value?.kind !== Kind.LIST) return undefined;
  return value.values.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []));
}

function isInGroups(identity: unknown, groups: readonly string[] | undefined): boolean {
  if (groups === undefined) return true;
  const own: unknown = isRecord(identity) ? identity['groups'] : undefined;
  return Array.isArray(own) && own.some((group) => typeof group === 'string' && groups.includes(group));
}
