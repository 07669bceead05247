import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { ResolverError } from '../../runtime/contract.ts';

/** AppSync developer guide, "HTTP helpers in util.http" (2026-11): bytes of names and values of one answer. */
const MAX_RESPONSE_HEADER_BYTES = 4 * 1024;

/**
 * Adds what one handler set with `util.http` to the answer's headers; the last definition of a name wins, whatever its
 * case. The limit counts over all handlers of a request.
 * @returns an error for each header that is left out
 */
export function addResponseHeaders(
  headers: Record<string, string>,
  added: Readonly<Record<string, string>>,
): readonly ResolverError[] {
  const errors: ResolverError[] = [];
  // Most handlers set none: `for in` finds that out without a list.
  for (const name in added) {
    const value = added[name] ?? '';
    const fault = headerFault(headers, name, value);
    if (fault === undefined) headers[name.toLowerCase()] = value;
    else errors.push({ message: fault, errorType: 'ResponseHeaderError', data: null, errorInfo: null });
  }
  return errors;
}

/** Differs or unconfirmed: the wording. */
function headerFault(
  headers: Readonly<Record<string, string>>,
  name: string,
  value: string,
): string | undefined {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  } catch {
    return `Response header ${name} has characters that a header cannot have.`;
  }
  const all = Object.entries({ ...headers, [name.toLowerCase()]: value });
  const sizeBytes = all.reduce(
    (sum, [key, text]) => sum + Buffer.byteLength(key) + Buffer.byteLength(text),
    0,
  );
  if (sizeBytes <= MAX_RESPONSE_HEADER_BYTES) return undefined;
  return `Response headers exceed the limit of ${MAX_RESPONSE_HEADER_BYTES} bytes.`;
}
