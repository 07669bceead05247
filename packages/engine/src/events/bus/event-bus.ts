/** The buses of the account: events in, targets of matching rules run. */
import type { EventRuleModel } from '../../model/app-model.ts';
import type { PutEventsResult, PutEventsResultEntry } from '../contract.ts';
import { ServiceFault } from '../http/service-fault.ts';
import { compileEventPattern, type EventTest } from '../pattern/event-pattern.ts';
import { entrySize } from './entry-size.ts';
import { type EventSurroundings, parsePutEventEntry } from './put-event-entry.ts';
import { targetInput } from './target-input.ts';

/** EventBridge API reference, "PutEvents" (checked 2026-11-21). */
const MAX_ENTRIES = 10;

/** Bytes of all entries of a call. EventBridge user guide, "PutEvents entry size" (checked 2026-11-21). */
const MAX_REQUEST_BYTES = 256 * 1024;

export interface EventBusParts {
  /** Values of a new event that come from outside. */
  readonly surroundings: () => EventSurroundings;
  /** Sends a target its input, later and without an answer. */
  readonly deliver: (targetArn: string, input: unknown) => void;
  readonly warn: (text: string) => void;
}

export interface EventBus {
  update(rules: readonly EventRuleModel[]): void;
  /** @throws ServiceFault when the call as a whole is refused */
  putEvents(entries: unknown): PutEventsResult;
}

interface ActiveRule {
  readonly rule: EventRuleModel;
  readonly matches: EventTest;
}

export function createEventBus({ surroundings, deliver, warn }: EventBusParts): EventBus {
  let active: readonly ActiveRule[] = [];

  function putEntry(entry: unknown): PutEventsResultEntry {
    const parsed = parsePutEventEntry(entry, surroundings());
    if (!parsed.ok) return { ErrorCode: parsed.code, ErrorMessage: parsed.message };
    const { busName, event } = parsed;
    for (const { rule, matches } of active) {
      if (rule.eventBusName !== busName || !matches(event)) continue;
      for (const { arn, input } of rule.targets) deliver(arn, targetInput(input, event));
    }
    return { EventId: event.id };
  }

  return {
    update(rules) {
      active = rules.flatMap((rule) => {
        if (!rule.isEnabled) return [];
        const pattern = compileEventPattern(rule.eventPattern);
        if (pattern.ok) return [{ rule, matches: pattern.matches }];
        warn(
          `Rule "${rule.name}" has an event pattern that is not valid, and matches nothing: ${pattern.message}`,
        );
        return [];
      });
    },
    putEvents(entries) {
      if (!Array.isArray(entries) || entries.length < 1 || entries.length > MAX_ENTRIES) {
        throw new ServiceFault(
          'ValidationException',
          "1 validation error detected: Value at 'entries' failed to satisfy constraint: " +
            `Member must have length between 1 and ${MAX_ENTRIES}`,
        );
      }
      if (entries.reduce<number>((sum, entry) => sum + entrySize(entry), 0) > MAX_REQUEST_BYTES) {
        throw new ServiceFault(
          'ValidationException',
          'Total size of the entries in the request is over the limit.',
        );
      }
      const Entries = entries.map(putEntry);
      return { Entries, FailedEntryCount: Entries.filter((entry) => 'ErrorCode' in entry).length };
    },
  };
}
