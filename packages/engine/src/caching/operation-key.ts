/** What tells one cached answer from another under OPERATION_LEVEL_CACHING. */
import { isRecord } from '../model/is-record.ts';
import { canonicalJson } from './canonical-json.ts';

/** What a request says, and who says it. */
export interface CacheableRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly caller: object;
}

/** AppSync developer guide, "Caching", "Operation-level caching" (2026-11): headers that are not part of the key. */
const IGNORED_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'content-length',
  'host',
  'priority',
  'via',
  'x-amz-cf-id',
  'x-amz-date',
  'x-amz-security-token',
  'x-amzn-appsync-is-vpce-request',
  'x-amzn-remote-ip',
  'x-amzn-requestid',
  'x-amzn-trace-id',
  'x-forwarded-for',
]);
const IGNORED_PREFIXES = ['cloudfront-', 'sec-ch-ua'];

/** The whole caller counts: mode, identity without its address, and what a Lambda authorizer denied. */
export function operationKey(request: CacheableRequest): string {
  const { query, variables, operationName, headers, caller } = request;
  const counted = Object.entries(headers).filter(
    ([name]) => !IGNORED_HEADERS.has(name) && !IGNORED_PREFIXES.some((prefix) => name.startsWith(prefix)),
  );
  return canonicalJson([
    query,
    operationName,
    variables,
    Object.fromEntries(counted),
    { ...caller, identity: withoutAddress('identity' in caller ? caller.identity : null) },
  ]);
}

function withoutAddress(identity: unknown): unknown {
  if (!isRecord(identity)) return identity;
  return Object.fromEntries(Object.entries(identity).filter(([name]) => name !== 'sourceIp'));
}
