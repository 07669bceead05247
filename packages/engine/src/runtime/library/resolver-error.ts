import type { ResolverError } from '../contract.ts';

/** The arguments of `util.error` and `util.appendError` as an entry of `errors`; absent parts are null. */
export function toResolverError(parameters: readonly unknown[]): ResolverError {
  const [message, errorType, data, errorInfo] = parameters;
  return {
    message: typeof message === 'string' ? message : String(message),
    errorType: errorType === undefined || errorType === null ? null : String(errorType),
    data: data ?? null,
    errorInfo: errorInfo ?? null,
  };
}
