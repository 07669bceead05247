/**
 * `util.http`.
 * @see AppSync developer guide, "HTTP helpers in util.http"
 */
import { isRecord } from '../../model/is-record.ts';
import { MAX_RESPONSE_HEADER_BYTES } from '../limits.ts';
import type { CurrentCall } from './call-record.ts';

const HOP_HEADERS: readonly string[] = [
  'transfer-encoding',
  'connection',
  'host',
  'expect',
  'keep-alive',
  'upgrade',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'content-length',
];

const NOT_COPIED: ReadonlySet<string> = new Set(HOP_HEADERS);

const NOT_SETTABLE: ReadonlySet<string> = new Set([
  ...HOP_HEADERS,
  'access-control-allow-credentials',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'access-control-max-age',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'vary',
  'content-type',
]);

const RESERVED_PREFIX = /^x-am(?:zn|z)-/;

export function buildHttpUtil(currentCall: CurrentCall) {
  const addResponseHeader = (name: unknown, value: unknown): void => {
    const call = currentCall();
    const fault = headerFault(name, value, call.responseHeaders);
    if (fault === undefined) {
      call.responseHeaders[String(name)] = serialize(value);
      return;
    }
    call.appendedErrors.push({
      message: fault,
      errorType: 'ResponseHeaderError',
      data: null,
      errorInfo: null,
    });
  };
  return {
    copyHeaders: (headers: unknown): Record<string, unknown> =>
      Object.fromEntries(
        Object.entries(isRecord(headers) ? headers : {}).filter(
          ([name]) => !NOT_COPIED.has(name.toLowerCase()),
        ),
      ),
    addResponseHeader,
    addResponseHeaders: (headers: unknown): void => {
      for (const [name, value] of Object.entries(isRecord(headers) ? headers : {}))
        addResponseHeader(name, value);
    },
  };
}

/** Why the header is ignored; undefined when it is accepted. Differs or unconfirmed: the wording. */
function headerFault(
  name: unknown,
  value: unknown,
  present: Readonly<Record<string, string>>,
): string | undefined {
  if (typeof name !== 'string' || name === '') return 'Response header name cannot be empty.';
  const lowerName = name.toLowerCase();
  if (NOT_SETTABLE.has(lowerName) || RESERVED_PREFIX.test(lowerName)) {
    return `Response header ${name} is restricted and cannot be set.`;
  }
  if (value === null || value === undefined) return `Response header ${name} cannot have a null value.`;
  const sizeBytes = Object.entries({ ...present, [name]: serialize(value) }).reduce(
    (sum, [key, text]) => sum + Buffer.byteLength(key) + Buffer.byteLength(text),
    0,
  );
  if (sizeBytes <= MAX_RESPONSE_HEADER_BYTES) return undefined;
  return `Response headers exceed the limit of ${MAX_RESPONSE_HEADER_BYTES} bytes.`;
}

function serialize(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
