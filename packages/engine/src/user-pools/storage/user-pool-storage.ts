/** Where user pools outlive the process. */
import type { PoolContents } from '../user.ts';

export interface UserPoolStorage {
  /** What was kept of a pool; undefined for a pool that is new. */
  pool(userPoolId: string): PoolContents | undefined;
  /** Resolves when the contents are safe. */
  savePool(userPoolId: string, contents: PoolContents): Promise<void>;
  /** PEM; undefined where none was kept. */
  readonly signingKey: string | undefined;
  saveSigningKey(pem: string): Promise<void>;
}

/** Keeps nothing: users and keys end with the engine. */
export const NO_STORAGE: UserPoolStorage = {
  pool: () => undefined,
  savePool: () => Promise.resolve(),
  signingKey: undefined,
  saveSigningKey: () => Promise.resolve(),
};
