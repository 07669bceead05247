/** Manifests of persisted operations: `{ "id": "query ..." }`, or the one that Apollo clients generate. */
import { isRecord } from '../is-record.ts';

export interface ManifestOperation {
  readonly id: string;
  readonly text: string;
}

export type ParsedManifest =
  | { readonly ok: true; readonly operations: readonly ManifestOperation[] }
  | { readonly ok: false; readonly reason: string };

/** @returns the operations in the file's order, or what is wrong with the file */
export function parseManifest(text: string): ParsedManifest {
  try {
    return readManifest(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, reason: error.message };
    throw error;
  }
}

function readManifest(value: unknown): ParsedManifest {
  if (!isRecord(value)) return { ok: false, reason: 'it is no JSON object' };
  // Apollo's "generate-persisted-query-manifest": { format, version, operations: [{ id, name, type, body }] }.
  if (Array.isArray(value['operations'])) return readList(value['operations']);
  const entries = Object.entries(value);
  const wrong = entries.find(([, text]) => typeof text !== 'string');
  if (wrong !== undefined) return { ok: false, reason: `"${wrong[0]}" is not the text of an operation` };
  return { ok: true, operations: entries.map(([id, text]) => ({ id, text: String(text) })) };
}

function readList(entries: readonly unknown[]): ParsedManifest {
  const operations: ManifestOperation[] = [];
  for (const [index, entry] of entries.entries()) {
    const { id, body } = isRecord(entry) ? entry : {};
    if (typeof id !== 'string' || typeof body !== 'string') {
      return { ok: false, reason: `operations[${index}] has no "id" and "body" that are strings` };
    }
    operations.push({ id, text: body });
  }
  return { ok: true, operations };
}
