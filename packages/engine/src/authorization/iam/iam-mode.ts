/** Mode AWS_IAM: a request signed by local credentials; a role's or user's own policies say which fields it may use. */
import type { ApiModel } from '../../model/app-model.ts';
import type { AuthorizationRequest } from '../authorization-request.ts';
import type { AuthorizationResult } from '../authorization-result.ts';
import { PERMISSION_DENIED_MESSAGE, unauthorized } from '../authorization-result.ts';
import { policiesOf } from '../policies/principal-policies.ts';
import type { AccessKey } from './access-key.ts';
import type { AppSyncAccess, SchemaField } from './appsync-access.ts';
import { judgeAppSyncAccess } from './appsync-access.ts';
import type { LocalIdentity } from './local-identities.ts';
import { policyContextOf } from './policy-context.ts';
import { requestedRootFields } from './requested-root-fields.ts';
import { verifySignedRequest } from './verify-signed-request.ts';

export interface IamModeServices {
  readonly api: ApiModel;
  /** Of whoever develops here: allowed everything. */
  readonly accessKeys: readonly AccessKey[];
  readonly identities: readonly LocalIdentity[];
  readonly accountId: string;
  readonly region: string;
  readonly now: () => number;
  /** Why a call is refused is for the developer's terminal. */
  readonly warn: (text: string) => void;
}

/** @see AppSync developer guide, "AWS_IAM authorization" */
export async function authorizeSignature(
  authorization: string,
  request: AuthorizationRequest,
  services: IamModeServices,
): Promise<AuthorizationResult> {
  const { accessKeys, identities, region, now, warn, accountId } = services;
  const known = [...accessKeys, ...identities.map(({ credentials }) => credentials)];
  const verified = await verifySignedRequest(authorization, request, {
    findCredentials: (accessKeyId) => known.find((key) => key.accessKeyId === accessKeyId),
    region,
    now,
  });
  if (!verified.ok) {
    warn(`A signed call is refused: ${verified.fault}.`);
    return unauthorized();
  }
  const { accessKeyId } = verified;
  const signer = identities.find(({ credentials }) => credentials.accessKeyId === accessKeyId);
  if (signer !== undefined) return judge(signer, request, services);
  const developer = { arn: `arn:aws:iam::${accountId}:user/${accessKeyId}`, username: accessKeyId };
  return authorized(developer, request, { accountId, deniedFields: [] });
}

/**
 * AppSync refuses a request as a whole when it may begin with none of its fields; else the others fail one by one.
 * Differs or unconfirmed: the refusal is recorded for requests of one field only (amplify-cli issues 4343 and 13712).
 */
function judge(
  signer: LocalIdentity,
  request: AuthorizationRequest,
  { api, accountId, region, now, warn }: IamModeServices,
): AuthorizationResult {
  const { principal, arn, userId } = signer;
  const policies = policiesOf(principal);
  const { sourceIp } = request;
  const access = judgeAppSyncAccess(policies, {
    api,
    apiArn: `arn:aws:appsync:${region}:${accountId}:apis/${api.id}`,
    context: policyContextOf(signer, { accountId, region, sourceIp, nowEpochMs: now() }),
  });
  const { names, areAll } = deniedRootFields(request, access);
  if (names.length > 0 || !access.mayBegin) {
    const unknown = policies.unknown.length > 0 ? ` Not known here: ${policies.unknown.join(', ')}.` : '';
    const what = names.length > 0 ? names.join(', ') : 'any field of the API';
    warn(`The policies of ${principal.arn} do not allow appsync:GraphQL on ${what}.${unknown}`);
  }
  if (!access.mayBegin || areAll) return unauthorized(PERMISSION_DENIED_MESSAGE);
  const deniedFields = access.denied.map(nameOf);
  return authorized({ arn, username: userId }, request, { accountId, deniedFields });
}

function deniedRootFields(
  request: AuthorizationRequest,
  { denied }: AppSyncAccess,
): { readonly names: readonly string[]; readonly areAll: boolean } {
  const requested =
    request.kind === 'connect' || request.operation === undefined
      ? undefined
      : requestedRootFields(request.operation);
  if (requested === undefined) return { names: [], areAll: false };
  const names = denied
    .filter(
      ({ operation, fieldName }) => operation === requested.operation && requested.names.includes(fieldName),
    )
    .map(nameOf);
  return { names, areAll: names.length > 0 && names.length === requested.names.length };
}

function nameOf({ typeName, fieldName }: SchemaField): string {
  return `${typeName}.${fieldName}`;
}

function authorized(
  { arn, username }: { readonly arn: string; readonly username: string },
  { sourceIp }: AuthorizationRequest,
  { accountId, deniedFields }: { readonly accountId: string; readonly deniedFields: readonly string[] },
): AuthorizationResult {
  const identity = {
    accountId,
    cognitoIdentityAuthProvider: null,
    cognitoIdentityAuthType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    sourceIp,
    userArn: arn,
    username,
  };
  const caller = { authenticationType: 'AWS_IAM', identity } as const;
  return { kind: 'authorized', caller: deniedFields.length > 0 ? { ...caller, deniedFields } : caller };
}
