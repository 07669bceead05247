/**
 * `ClientRequestToken`: a transaction with a token that succeeded is not run again for ten minutes.
 * The token is stored in the transaction's own batch, so it holds across a crash.
 * @see DynamoDB API reference, "TransactWriteItems"
 */
import { createHash } from 'node:crypto';
import { isRecord } from '../model/is-record.ts';
import type { StoreOperation } from './item-store.ts';
import type { DatabaseParts } from './operation.ts';
import { serviceError } from './service-error.ts';

/** Milliseconds for which a token is remembered. */
const TOKEN_LIFETIME_MS = 10 * 60 * 1000;
export const TOKEN_PREFIX = 'token~';

export type TokenClaim =
  | { readonly kind: 'first'; readonly operations: readonly StoreOperation[]; readonly release: () => void }
  | { readonly kind: 'done-before' };

/** Tokens of transactions that run now, by database. */
const inProgress = new WeakMap<DatabaseParts, Set<string>>();

/**
 * @returns what to store with the transaction, or that it is done already
 * @throws DynamoDbServiceError IdempotentParameterMismatchException, TransactionInProgressException
 */
export async function claimToken(
  parts: DatabaseParts,
  token: unknown,
  transactItems: unknown,
): Promise<TokenClaim> {
  if (typeof token !== 'string') return { kind: 'first', operations: [], release: () => undefined };
  const running = inProgress.get(parts) ?? new Set<string>();
  inProgress.set(parts, running);
  if (running.has(token)) {
    throw serviceError(
      'TransactionInProgressException',
      'Transaction is in progress for the provided client request token',
    );
  }
  running.add(token);
  const release = (): void => void running.delete(token);
  try {
    const key = TOKEN_PREFIX + token;
    const hash = createHash('sha256').update(canonicalJson(transactItems)).digest('base64');
    const [known] = await parts.store.getMany([key]);
    if (!isRecord(known) || !isUnexpired(known, parts.now())) {
      const value = { hash, expiresAtEpochMs: parts.now() + TOKEN_LIFETIME_MS };
      return { kind: 'first', operations: [{ type: 'put', key, value }], release };
    }
    release();
    if (known.hash === hash) return { kind: 'done-before' };
  } catch (error) {
    release();
    throw error;
  }
  throw serviceError(
    'IdempotentParameterMismatchException',
    'Request token was used with different parameters',
  );
}

/** Deletes tokens whose time is over. */
export async function sweepTokens({ store, now }: DatabaseParts): Promise<void> {
  const expired: StoreOperation[] = [];
  for await (const [token, value] of store.entries(TOKEN_PREFIX)) {
    if (!isRecord(value) || !isUnexpired(value, now()))
      expired.push({ type: 'del', key: TOKEN_PREFIX + token });
  }
  if (expired.length > 0) await store.batch(expired);
}

const isUnexpired = (known: Record<string, unknown>, nowEpochMs: number): boolean =>
  typeof known.expiresAtEpochMs === 'number' && known.expiresAtEpochMs > nowEpochMs;

/** JSON with sorted names: clients may order members differently from call to call. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    isRecord(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
