import type { ResolverError } from '../contract.ts';

/**
 * The arguments of `util.error` and `util.appendError` as an entry of `errors`; absent parts are null.
 * Differs or unconfirmed: what is no text is written as JSON. AWS's samples hand over an HTTP status as the type.
 */
export function toResolverError(parameters: readonly unknown[]): ResolverError {
  const [message, errorType, data, errorInfo] = parameters;
  return {
    message: toText(message ?? null),
    errorType: errorType === undefined || errorType === null ? null : toText(errorType),
    data: data ?? null,
    errorInfo: errorInfo ?? null,
  };
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
