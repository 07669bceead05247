/** What AppSync lets a resolver say in the headers of an HTTP request. */

/** AppSync developer guide, "Resolver function reference for HTTP", "headers" (checked 2026-11-21). */
const REFUSED_HEADERS = new Set([
  'host',
  'connection',
  'user-agent',
  'expectation',
  'transfer-encoding',
  'content-length',
]);

/** The same page, "Content-Type" (checked 2026-11-21), all of `text/` besides; and forms, which AWS's samples send. */
const CONTENT_TYPES = new Set([
  'application/xml',
  'application/json',
  'application/soap+xml',
  'application/x-amz-json-1.0',
  'application/x-amz-json-1.1',
  'application/vnd.api+json',
  'application/x-ndjson',
  'application/x-www-form-urlencoded',
]);

/**
 * Differs or unconfirmed: the guide says that these can't be set; here the request is refused and says which.
 * @param name - in any case
 */
export function isRefusedHeader(name: string): boolean {
  return REFUSED_HEADERS.has(name.toLowerCase());
}

/**
 * Differs or unconfirmed: the guide lists the types without saying what becomes of others; here they are refused.
 * @param contentType - with or without parameters
 */
export function isAllowedContentType(contentType: string): boolean {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  return type.startsWith('text/') || CONTENT_TYPES.has(type);
}
