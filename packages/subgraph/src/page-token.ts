/** `nextToken`: the key that a DynamoDB Query stopped at, opaque to clients. */
import { SubgraphError } from './subgraph-error.ts';

export type PageKey = Readonly<Record<string, string | number>>;

/** Token of the next page; null after the last. */
export function toPageToken(lastKey: PageKey | undefined): string | null {
  return lastKey === undefined ? null : Buffer.from(JSON.stringify(lastKey)).toString('base64url');
}

/**
 * Reads a token that `toPageToken` made; undefined for the first page.
 * @throws SubgraphError `InvalidNextToken` for any other text
 */
export function parsePageToken(token: string | null | undefined): PageKey | undefined {
  if (token === null || token === undefined) return undefined;
  const key = parseJson(Buffer.from(token, 'base64url').toString());
  if (isPageKey(key)) return key;
  throw new SubgraphError('InvalidNextToken', 'nextToken is not one that this list gave out');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPageKey(value: unknown): value is PageKey {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((part) => typeof part === 'string' || typeof part === 'number');
}
