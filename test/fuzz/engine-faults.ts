import type { EngineLogEvent } from '@tributary/engine';

/** Advice to developers, which damaged input may well call for. */
const ADVICE = /^Subscribers of /;

/** What the engine warned about besides: faults of its own. */
export function engineFaults(events: readonly EngineLogEvent[]): readonly string[] {
  return events.flatMap((event) =>
    event.kind === 'warning' && !ADVICE.test(event.text) ? [event.text] : [],
  );
}
