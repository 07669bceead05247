import { isRecord } from '../../model/is-record.ts';
import type { CurrentCall } from './call-record.ts';
import { LibraryFault } from './library-fault.ts';

/**
 * The `extensions` object: each call is recorded for the engine, which acts after the handler returned.
 * @see AppSync developer guide, "Extensions"
 */
export function buildExtensions(currentCall: CurrentCall) {
  return {
    evictFromApiCache(typeName: unknown, fieldName: unknown, keys: unknown): void {
      currentCall().extensions.push({
        kind: 'evict-from-api-cache',
        typeName: String(typeName),
        fieldName: String(fieldName),
        keys: isRecord(keys) ? keys : {},
      });
    },
    setSubscriptionFilter(filter: unknown): void {
      currentCall().extensions.push({ kind: 'set-subscription-filter', filter });
    },
    setSubscriptionInvalidationFilter(filter: unknown): void {
      currentCall().extensions.push({ kind: 'set-subscription-invalidation-filter', filter });
    },
    invalidateSubscriptions(invalidation: unknown): void {
      if (!isRecord(invalidation) || typeof invalidation['subscriptionField'] !== 'string') {
        throw new LibraryFault(
          'invalidateSubscriptions needs an object with "subscriptionField" and "payload".',
        );
      }
      const { subscriptionField, payload } = invalidation;
      currentCall().extensions.push({ kind: 'invalidate-subscriptions', subscriptionField, payload });
    },
  };
}
