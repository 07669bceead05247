import type { DataSourceAnswer, DataSourceError, SingleDataSource } from '../data-source.ts';
import { answered, failed, refused } from '../data-source.ts';
import { parseHttpRequest } from './http-request.ts';
import type { SignRequest } from './sign-request.ts';

/** AppSync developer guide, "Service quotas": 30 seconds for a request with all its calls (checked 2026-11-21). */
const MAX_CALL_MS = 30_000;

/** The wording that AppSync's users report (aws-appsync-community). */
const TIMEOUT: DataSourceError = {
  message: 'execution timed out',
  type: 'Http:ExecutionTimeoutException',
};

export interface HttpDataSourceOptions {
  readonly name: string;
  readonly endpoint: string;
  /** Present where the data source has an `AuthorizationConfig`. */
  readonly sign?: SignRequest;
  /** 30 seconds when absent. */
  readonly timeoutMs?: number;
}

/**
 * Answers `{ statusCode, headers, body }` whatever the status; the body is text. Only a call that brings no answer is
 * an error.
 * Differs or unconfirmed: header names come in lower case, redirects are answers like any other, compressed bodies are
 * unpacked, bytes are read as UTF-8, and only AppSync's general limits hold for sizes. Certificates must be trusted.
 * @see AppSync developer guide, "JavaScript resolver function reference for HTTP"
 */
export function createHttpDataSource(options: HttpDataSourceOptions): SingleDataSource {
  const { name, endpoint, sign, timeoutMs = MAX_CALL_MS } = options;
  return {
    kind: 'single',
    name,
    timeoutError: TIMEOUT,
    async invoke(request) {
      if (sign !== undefined && isAwsHost(endpoint)) return signingRefused(name, endpoint);
      const parsed = parseHttpRequest(request, endpoint);
      if (!parsed.ok) return refused(parsed.message);
      const { method, url, body } = parsed;
      const headers = sign === undefined ? parsed.headers : await sign(parsed);
      try {
        const response = await fetch(url, {
          method,
          headers,
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
          // As bytes: for text, fetch would make up a content type.
          ...(body === undefined ? {} : { body: Buffer.from(body) }),
        });
        return answered({
          statusCode: response.status,
          headers: Object.fromEntries(response.headers),
          body: await response.text(),
        });
      } catch (fault) {
        return failed(toError(fault, url));
      }
    },
  };
}

/** AWS itself knows nothing of the roles of an assembly that runs here. */
function isAwsHost(endpoint: string): boolean {
  return URL.canParse(endpoint) && /\.amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname);
}

function signingRefused(name: string, endpoint: string): DataSourceAnswer {
  const message =
    `HTTP data source "${name}" signs its requests to ${endpoint} with its role. The role's credentials on this ` +
    'machine are local ones that AWS does not accept, so the request is not sent: use a local endpoint.';
  return { kind: 'refused', error: { message, type: 'UnsupportedDataSource' } };
}

/** fetch rejects for timeouts, for headers that HTTP can't carry, and for connections that fail. */
function toError(fault: unknown, url: string): DataSourceError {
  if (!(fault instanceof Error)) throw fault;
  if (fault.name === 'TimeoutError') return TIMEOUT;
  const reason = fault.cause instanceof Error ? fault.cause : fault;
  const text = reason.message === '' ? reason.name : reason.message;
  return { message: `The request to ${new URL(url).origin} failed: ${text}`, type: 'Http:RequestFailed' };
}
