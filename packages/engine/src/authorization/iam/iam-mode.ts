/** Mode AWS_IAM: a request signed with Signature Version 4 by one of the local credentials. */
import { SignatureV4 } from '@smithy/signature-v4';
import type { AuthorizationRequest } from '../authorization-request.ts';
import type { AuthorizationResult } from '../authorization-result.ts';
import { unauthorized } from '../authorization-result.ts';
import type { AccessKey } from './access-key.ts';
import type { ParsedSignature } from './parse-signature.ts';
import { parseAmzDate, parseSignature } from './parse-signature.ts';
import { isSameText, Sha256, sha256Of } from './sha256.ts';
import { signedRequestOf } from './signed-request.ts';

export interface IamModeServices {
  readonly accessKeys: readonly AccessKey[];
  readonly accountId: string;
  readonly region: string;
  readonly now: () => number;
  /** Why a signature is refused is for the developer's terminal. */
  readonly warn: (text: string) => void;
}

/** AWS General Reference, "Signature Version 4": a signature is good for 5 minutes (checked 2026-11-21). */
const MAX_CLOCK_SKEW_MS = 5 * 60 * 1000;

const SERVICE = 'appsync';

/** Differs from AWS: the caller's policies are not evaluated; whoever has a local key may do everything. */
export async function authorizeSignature(
  authorization: string,
  request: AuthorizationRequest,
  services: IamModeServices,
): Promise<AuthorizationResult> {
  const fault = await findFault(parseSignature(authorization), request, services);
  if (typeof fault === 'string') {
    services.warn(`A signed call is refused: ${fault}.`);
    return unauthorized();
  }
  const { accessKeyId } = fault;
  const identity = {
    accountId: services.accountId,
    cognitoIdentityAuthProvider: null,
    cognitoIdentityAuthType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    sourceIp: request.sourceIp,
    userArn: `arn:aws:iam::${services.accountId}:user/${accessKeyId}`,
    username: accessKeyId,
  };
  return { kind: 'authorized', caller: { authenticationType: 'AWS_IAM', identity } };
}

/** @returns the key that signed, or what is wrong */
async function findFault(
  parsed: ParsedSignature | undefined,
  request: AuthorizationRequest,
  { accessKeys, region, now }: IamModeServices,
): Promise<AccessKey | string> {
  if (parsed === undefined) return 'its Authorization header is not complete';
  const key = accessKeys.find(({ accessKeyId }) => accessKeyId === parsed.accessKeyId);
  if (key === undefined) return `the access key "${parsed.accessKeyId}" is not one of this machine's`;
  if (parsed.service !== SERVICE) return `it is signed for the service "${parsed.service}", not "${SERVICE}"`;
  if (parsed.region !== region)
    return `it is signed for the region "${parsed.region}", the API is in "${region}"`;
  const date = headerOf(request, 'x-amz-date') ?? '';
  const signedAtEpochMs = parseAmzDate(date);
  if (signedAtEpochMs === undefined || !date.startsWith(parsed.date))
    return 'it has no x-amz-date of that day';
  if (Math.abs(now() - signedAtEpochMs) > MAX_CLOCK_SKEW_MS) return `its date ${date} is too far from now`;
  for (const required of ['host', 'x-amz-date']) {
    if (!parsed.signedHeaders.includes(required))
      return `the header ${required} is not part of the signature`;
  }
  const contentHash = headerOf(request, 'x-amz-content-sha256');
  if (contentHash !== undefined && contentHash !== sha256Of(signedRequestOf(request).body, 'hex')) {
    return 'its x-amz-content-sha256 is not that of the body';
  }
  const expected = await sign(parsed, request, { key, signedAtEpochMs });
  return isSameText(expected, parsed.signature)
    ? key
    : 'the signature does not match the request and the key';
}

/** Signs the request as the caller should have: with the same headers, at the same time. */
async function sign(
  { signedHeaders, region }: ParsedSignature,
  request: AuthorizationRequest,
  { key, signedAtEpochMs }: { readonly key: AccessKey; readonly signedAtEpochMs: number },
): Promise<string> {
  const signer = new SignatureV4({
    service: SERVICE,
    region,
    credentials: key,
    sha256: Sha256,
    applyChecksum: false,
  });
  const headers = Object.fromEntries(signedHeaders.map((name) => [name, headerOf(request, name) ?? '']));
  const { method, path, query, body } = signedRequestOf(request);
  const signed = await signer.sign(
    { protocol: 'https:', hostname: 'localhost', method, path, query: { ...query }, body, headers },
    { signingDate: new Date(signedAtEpochMs), signableHeaders: new Set(signedHeaders) },
  );
  return parseSignature(signed.headers['authorization'] ?? '')?.signature ?? '';
}

function headerOf({ headers }: AuthorizationRequest, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}
