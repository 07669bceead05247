/** What a request handler returned for an HTTP data source -> the parts of a request, or why it can't be sent. */
import { isRecord } from '../../model/is-record.ts';
import { isAllowedContentType, isRefusedHeader } from './header-rules.ts';

export type HttpRequest =
  | {
      readonly ok: true;
      readonly method: string;
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string | undefined;
    }
  | { readonly ok: false; readonly message: string };

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** @see AppSync developer guide, "JavaScript resolver function reference for HTTP" */
export function parseHttpRequest(request: unknown, endpoint: string): HttpRequest {
  if (!isRecord(request)) return refuse("Value for field '$[method]' not found.");
  const { method, resourcePath, params } = request;
  if (method === undefined) return refuse("Value for field '$[method]' not found.");
  if (typeof method !== 'string' || !METHODS.has(method)) {
    return refuse(`Unsupported HTTP method ${JSON.stringify(method)}: use ${[...METHODS].join(', ')}.`);
  }
  if (resourcePath === undefined) return refuse("Value for field '$[resourcePath]' not found.");
  if (typeof resourcePath !== 'string' || !resourcePath.startsWith('/')) {
    return refuse(
      `The resourcePath must be text that begins with "/". Received: ${JSON.stringify(resourcePath)}`,
    );
  }
  const { headers, query, body } = isRecord(params) ? params : {};
  const sent = toTexts(headers);
  const fault = headerFault(sent);
  if (fault !== undefined) return refuse(fault);
  const url = urlOf(endpoint, resourcePath, toTexts(query));
  if (url === undefined) return refuse(`The endpoint ${JSON.stringify(endpoint)} is not an HTTP address.`);
  // Differs or unconfirmed: whether a body is sent with GET, which HTTP clients leave out.
  return { ok: true, method, url, headers: sent, body: method === 'GET' ? undefined : toBody(body) };
}

function headerFault(headers: Readonly<Record<string, string>>): string | undefined {
  for (const [name, value] of Object.entries(headers)) {
    if (isRefusedHeader(name)) return `The header "${name}" can't be set on an HTTP data source.`;
    if (name.toLowerCase() === 'content-type' && !isAllowedContentType(value)) {
      return `The content type "${value}" is not supported by HTTP data sources.`;
    }
  }
  return undefined;
}

/** The endpoint may have a path of its own; the guide advises against it, and both are then joined. */
function urlOf(
  endpoint: string,
  resourcePath: string,
  query: Readonly<Record<string, string>>,
): string | undefined {
  const text = endpoint.replace(/\/+$/, '') + resourcePath;
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  return url.href;
}

/**
 * The guide wants texts in headers and anything in the query.
 * Differs or unconfirmed: what is no text is written as JSON; null and undefined are left out.
 */
function toTexts(values: unknown): Readonly<Record<string, string>> {
  if (!isRecord(values)) return {};
  const entries = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries.map(([name, value]) => [name, toText(value)]));
}

function toBody(body: unknown): string | undefined {
  return body === undefined || body === null ? undefined : toText(body);
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function refuse(message: string): HttpRequest {
  return { ok: false, message };
}
