import type { ResolverError } from '../contract.ts';

/** The arguments of `util.error` and `util.appendError` as an entry of `errors`; absent parts are null. */
export function toResolverError(parameters: readonly unknown[]): ResolverError {
  const [message, errorType, data, errorInfo] = parameters;
  return {
    message: typeof message === 'string' ? message : JSON.stringify(message ?? null),
    errorType: typeof errorType === 'string' ? errorType : null,
    data: data ?? null,
    errorInfo: errorInfo ?? null,
  };
}
