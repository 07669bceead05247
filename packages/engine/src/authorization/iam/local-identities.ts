/** Who can sign requests on this machine: users and sessions of roles of the assembly, each with credentials. */
import type { AppModel, IamPrincipalModel } from '../../model/app-model.ts';
import type { LocalCredentials } from './local-credentials.ts';
import {
  APPSYNC_SESSION,
  deriveIamId,
  LOCAL_SESSION,
  roleCredentials,
  userCredentials,
} from './local-credentials.ts';

export interface LocalIdentity {
  readonly principal: IamPrincipalModel;
  /** undefined for users. */
  readonly sessionName: string | undefined;
  readonly credentials: LocalCredentials;
  /** ARN of the user, or of the role's session: what `aws sts get-caller-identity` tells. */
  readonly arn: string;
  /** `aws:userid`: an id for users, id and session name for roles. */
  readonly userId: string;
}

const LISTED = new WeakMap<object, readonly LocalIdentity[]>();

/** Derived once for each model. */
export function localIdentitiesOf(
  model: Pick<AppModel, 'principals' | 'lambdaFunctions'>,
): readonly LocalIdentity[] {
  const identities = LISTED.get(model) ?? listLocalIdentities(model);
  LISTED.set(model, identities);
  return identities;
}

/** A role has a session for its user on this machine, one for AppSync, and one for each function that runs with it. */
function listLocalIdentities({
  principals = [],
  lambdaFunctions,
}: Pick<AppModel, 'principals' | 'lambdaFunctions'>): readonly LocalIdentity[] {
  return principals.flatMap((principal) => {
    if (principal.kind === 'user') return [userIdentity(principal)];
    const functions = lambdaFunctions.filter(({ roleArn }) => roleArn === principal.arn);
    const sessions = [LOCAL_SESSION, APPSYNC_SESSION, ...functions.map(({ functionName }) => functionName)];
    return sessions.map((sessionName) => roleIdentity(principal, sessionName));
  });
}

function userIdentity(principal: IamPrincipalModel): LocalIdentity {
  const { arn } = principal;
  return {
    principal,
    arn,
    sessionName: undefined,
    credentials: userCredentials(arn),
    userId: deriveIamId('AIDA', arn),
  };
}

function roleIdentity(principal: IamPrincipalModel, sessionName: string): LocalIdentity {
  return {
    principal,
    sessionName,
    credentials: roleCredentials(principal.arn, sessionName),
    arn: roleSessionArn(principal, sessionName),
    userId: `${deriveIamId('AROA', principal.arn)}:${sessionName}`,
  };
}

/** IAM user guide, "IAM identifiers": `arn:aws:sts::<account>:assumed-role/<role>/<session>`. */
export function roleSessionArn({ arn, name }: IamPrincipalModel, sessionName: string): string {
  return `arn:aws:sts::${arn.split(':')[4] ?? ''}:assumed-role/${name}/${sessionName}`;
}
