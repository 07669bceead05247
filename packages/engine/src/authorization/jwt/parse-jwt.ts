/** RFC 7519: the three parts of a signed token as data; nothing is verified yet. */
import { isRecord } from '../../model/is-record.ts';

export interface ParsedJwt {
  readonly algorithm: string;
  readonly keyId: string | undefined;
  readonly claims: Readonly<Record<string, unknown>>;
  /** What the signature is over. */
  readonly signedText: string;
  readonly signature: Buffer;
}

const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** @returns undefined for text that is no JSON web token */
export function parseJwt(text: string): ParsedJwt | undefined {
  if (!JWT.test(text)) return undefined;
  const [header = '', payload = '', signature = ''] = text.split('.');
  const parsedHeader = parsePart(header);
  const claims = parsePart(payload);
  const algorithm = parsedHeader?.['alg'];
  if (parsedHeader === undefined || claims === undefined || typeof algorithm !== 'string') return undefined;
  const { kid } = parsedHeader;
  return {
    algorithm,
    keyId: typeof kid === 'string' ? kid : undefined,
    claims,
    signedText: `${header}.${payload}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

function parsePart(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
