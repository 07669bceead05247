/** Signature Version 4 on a request to AppSync, made by credentials of this machine. */
import type { AuthorizationRequest } from '../authorization-request.ts';
import type { LocalCredentials } from './local-credentials.ts';
import type { ParsedSignature } from './parse-signature.ts';
import { parseAmzDate, parseSignature } from './parse-signature.ts';
import { isSameText, Sha256, sha256Of } from './sha256.ts';
import { signedRequestOf } from './signed-request.ts';

export interface VerifyServices {
  readonly findCredentials: (accessKeyId: string) => LocalCredentials | undefined;
  readonly region: string;
  readonly now: () => number;
}

export type VerifiedSignature =
  { readonly ok: true; readonly accessKeyId: string } | { readonly ok: false; readonly fault: string };

/** AWS General Reference, "Signature Version 4": a signature is good for 5 minutes (checked 2026-11-21). */
const MAX_CLOCK_SKEW_MS = 5 * 60 * 1000;

const SERVICE = 'appsync';

/** @returns the key that signed, or what is wrong, as the end of a sentence */
export async function verifySignedRequest(
  authorization: string,
  request: AuthorizationRequest,
  services: VerifyServices,
): Promise<VerifiedSignature> {
  const parsed = parseSignature(authorization);
  if (parsed === undefined) return bad('its Authorization header is not complete');
  const { accessKeyId } = parsed;
  const key = services.findCredentials(accessKeyId);
  if (key === undefined) return bad(`the access key "${accessKeyId}" is not one of this machine's`);
  const fault =
    findScopeFault(parsed, services.region) ??
    findTokenFault(key, request) ??
    (await findRequestFault(parsed, request, { key, now: services.now }));
  return fault === undefined ? { ok: true, accessKeyId } : bad(fault);
}

function findScopeFault({ service, region }: ParsedSignature, apiRegion: string): string | undefined {
  if (service !== SERVICE) return `it is signed for the service "${service}", not "${SERVICE}"`;
  return region === apiRegion
    ? undefined
    : `it is signed for the region "${region}", the API is in "${apiRegion}"`;
}

/** Credentials of a role are good with their session token alone. */
function findTokenFault(
  { sessionToken }: LocalCredentials,
  request: AuthorizationRequest,
): string | undefined {
  if (sessionToken === undefined) return undefined;
  const given = headerOf(request, 'x-amz-security-token');
  if (given === undefined) return "it is signed with a role's key and has no x-amz-security-token";
  return isSameText(given, sessionToken)
    ? undefined
    : 'its x-amz-security-token is not that of the access key';
}

async function findRequestFault(
  parsed: ParsedSignature,
  request: AuthorizationRequest,
  { key, now }: { readonly key: LocalCredentials; readonly now: () => number },
): Promise<string | undefined> {
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
    ? undefined
    : 'the signature does not match the request and the key';
}

/** Signs the request as the caller should have: with the same headers, at the same time. */
async function sign(
  { signedHeaders, region }: ParsedSignature,
  request: AuthorizationRequest,
  { key, signedAtEpochMs }: { readonly key: LocalCredentials; readonly signedAtEpochMs: number },
): Promise<string> {
  const { accessKeyId, secretAccessKey } = key;
  const { SignatureV4 } = await import('@smithy/signature-v4');
  const signer = new SignatureV4({
    service: SERVICE,
    region,
    // Without the token: it counts where the caller signed its header.
    credentials: { accessKeyId, secretAccessKey },
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

function bad(fault: string): VerifiedSignature {
  return { ok: false, fault };
}
