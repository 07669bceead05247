/** JSON web key sets of issuers, fetched when they are needed and kept for a while. RFC 7517; OpenID Connect Discovery. */
import type { JsonWebKey } from 'node:crypto';
import { isRecord } from '../../model/is-record.ts';

/** Where an issuer publishes its keys. */
export type KeySetLocation =
  | { readonly kind: 'discovery'; readonly issuer: string }
  /** User pools: the address follows from the issuer. */
  | { readonly kind: 'well-known'; readonly issuer: string };

export interface KeySetOptions {
  /** Key sets of issuers that run inside the engine; undefined for all others. */
  readonly localKeySet: (issuer: string) => Promise<unknown> | undefined;
  /** @throws Error when the address does not answer with JSON */
  readonly fetchJson: (url: string) => Promise<unknown>;
  readonly now: () => number;
}

export interface KeySets {
  /**
   * @returns the keys with this id; all of the set for a token without one
   * @throws Error when the issuer's documents can't be had
   */
  find(location: KeySetLocation, keyId: string | undefined): Promise<readonly JsonWebKey[]>;
}

/** Our choice; AppSync keeps key sets for about as long as it takes a provider to rotate them. */
const KEEP_MS = 15 * 60 * 1000;

/** Pause between two fetches for ids that are not in the set, so that made-up tokens do not flood the issuer. */
const REFRESH_PAUSE_MS = 10_000;

interface KeptSet {
  readonly keys: readonly JsonWebKey[];
  readonly fetchedAtEpochMs: number;
}

export function createKeySets({ localKeySet, fetchJson, now }: KeySetOptions): KeySets {
  const kept = new Map<string, KeptSet>();

  async function load(location: KeySetLocation): Promise<KeptSet> {
    const { issuer } = location;
    const keys = parseKeySet(await fetchJson(await addressOf(location)));
    const set = { keys, fetchedAtEpochMs: now() };
    kept.set(issuer, set);
    return set;
  }

  async function addressOf({ kind, issuer }: KeySetLocation): Promise<string> {
    const base = issuer.replace(/\/$/, '');
    if (kind === 'well-known') return `${base}/.well-known/jwks.json`;
    const discovered = await fetchJson(`${base}/.well-known/openid-configuration`);
    const address = isRecord(discovered) ? discovered['jwks_uri'] : undefined;
    if (typeof address !== 'string') throw new Error(`The configuration of ${issuer} has no jwks_uri.`);
    return address;
  }

  return {
    async find(location, keyId) {
      const local = localKeySet(location.issuer);
      if (local !== undefined) return withId(parseKeySet(await local), keyId);
      const known = kept.get(location.issuer);
      const ageMs = known === undefined ? Number.POSITIVE_INFINITY : now() - known.fetchedAtEpochMs;
      const found = withId(known?.keys ?? [], keyId);
      const isGood = ageMs < KEEP_MS && (found.length > 0 || ageMs < REFRESH_PAUSE_MS);
      return isGood ? found : withId((await load(location)).keys, keyId);
    },
  };
}

function withId(keys: readonly JsonWebKey[], keyId: string | undefined): readonly JsonWebKey[] {
  return keyId === undefined ? keys : keys.filter((key) => key['kid'] === keyId);
}

/** AppSync developer guide, "OPENID_CONNECT authorization": each key needs `kty` and `kid`. */
function parseKeySet(value: unknown): readonly JsonWebKey[] {
  const keys: unknown = isRecord(value) ? value['keys'] : undefined;
  if (!Array.isArray(keys)) return [];
  return keys.filter(
    (key: unknown): key is JsonWebKey =>
      isRecord(key) && typeof key['kty'] === 'string' && typeof key['kid'] === 'string',
  );
}
