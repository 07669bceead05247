import { isRecord } from '../../model/is-record.ts';
import { stopHandler } from './handler-stop.ts';

/**
 * `runtime.earlyReturn(value?, { skipTo }?)`. What is skipped depends on where it was called, so the engine
 * decides; an absent value becomes null.
 * @see AppSync developer guide, "Runtime utilities"
 */
export function earlyReturn(value?: unknown, options?: unknown): never {
  const skipTo = isRecord(options) ? options['skipTo'] : undefined;
  return stopHandler({
    kind: 'early-return',
    value: value ?? null,
    skipTo: skipTo === 'END' || skipTo === 'NEXT' ? skipTo : undefined,
  });
}
