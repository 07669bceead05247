/**
 * What a data source may do with the role that AppSync assumes for it: "works here, access denied on AWS" is told here.
 */
import { APPSYNC_SESSION, policiesOf, roleSessionArn } from '../../authorization/index.ts';
import type { IamPrincipalModel } from '../../model/app-model.ts';

export interface ServiceRole {
  /** @returns AWS's sentence for what the role may not do; undefined when it may */
  refusal(action: string, resource: string): string | undefined;
}

/**
 * Decided once for each action and resource. Only what is sure to be refused is: conditions count as met, and a role
 * with a policy whose text is not known here may do everything.
 * @returns undefined for a role that is not part of the assembly: it may do everything
 */
export function createServiceRole(
  roleArn: string | undefined,
  principals: readonly IamPrincipalModel[],
): ServiceRole | undefined {
  const role = principals.find(({ kind, arn }) => kind === 'role' && arn === roleArn);
  if (role === undefined) return undefined;
  const policies = policiesOf(role);
  const decided = new Map<string, string | undefined>();
  const decide = (action: string, resource: string): string | undefined => {
    const decision = policies.decide({ action, resource, context: 'unknowable' });
    if (decision === 'allow') return undefined;
    const isUnsure = decision === 'implicit-deny' && policies.unknown.length > 0;
    return isUnsure ? undefined : refusalText(role, { action, resource, decision });
  };
  return {
    refusal(action, resource) {
      const key = `${action} ${resource}`;
      if (!decided.has(key)) decided.set(key, decide(action, resource));
      return decided.get(key);
    },
  };
}

/** IAM user guide, "Troubleshoot access denied error messages". */
function refusalText(
  role: IamPrincipalModel,
  refused: { readonly action: string; readonly resource: string; readonly decision: string },
): string {
  const { action, resource, decision } = refused;
  const reason =
    decision === 'explicit-deny'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  const user = roleSessionArn(role, APPSYNC_SESSION);
  return `User: ${user} is not authorized to perform: ${action} on resource: ${resource} ${reason}`;
}
