/**
 * `nextToken`: the last evaluated key, encrypted so that clients can't read or change it, and bound to the API and the
 * resolver that gave it out. Tokens survive a restart: the secret is derived, which suits a development machine.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { isRecord } from '../../model/is-record.ts';

export interface NextTokens {
  encode(lastEvaluatedKey: unknown): string | null;
  /** @returns undefined for a token of another resolver or one that was changed */
  decode(token: string): Readonly<Record<string, unknown>> | undefined;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function createNextTokens(binding: { readonly apiId: string; readonly resolver: string }): NextTokens {
  const secret = createHash('sha256').update(`nextToken\n${binding.apiId}\n${binding.resolver}`).digest();
  return {
    encode(lastEvaluatedKey) {
      if (!isRecord(lastEvaluatedKey)) return null;
      const text = JSON.stringify(lastEvaluatedKey);
      const nonce = createHash('sha256').update(text).digest().subarray(0, NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, secret, nonce);
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64');
    },
    decode(token) {
      try {
        const bytes = Buffer.from(token, 'base64');
        const decipher = createDecipheriv(ALGORITHM, secret, bytes.subarray(0, NONCE_BYTES));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const content = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        const key: unknown = JSON.parse(Buffer.concat([content, decipher.final()]).toString('utf8'));
        return isRecord(key) ? key : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
