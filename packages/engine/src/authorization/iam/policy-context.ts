import type { PolicyContext } from '../policies/match-pattern.ts';
import type { LocalIdentity } from './local-identities.ts';

/**
 * What conditions can ask about a call. IAM user guide, "AWS global condition context keys".
 * The transport counts as secure, which on AWS it always is.
 */
export function policyContextOf(
  { principal, userId }: LocalIdentity,
  call: {
    readonly accountId: string;
    readonly region: string;
    readonly sourceIp: readonly string[];
    readonly nowEpochMs: number;
  },
): PolicyContext {
  const address = call.sourceIp.at(-1);
  return {
    'aws:principalarn': [principal.arn],
    'aws:principalaccount': [call.accountId],
    'aws:principaltype': [principal.kind === 'user' ? 'User' : 'AssumedRole'],
    'aws:userid': [userId],
    ...(principal.kind === 'user' ? { 'aws:username': [principal.name] } : {}),
    ...(address === undefined ? {} : { 'aws:sourceip': [address] }),
    'aws:currenttime': [new Date(call.nowEpochMs).toISOString()],
    'aws:epochtime': [String(Math.floor(call.nowEpochMs / 1000))],
    'aws:requestedregion': [call.region],
    'aws:securetransport': ['true'],
  };
}
