/** The frames that AppSync's real-time endpoint sends. AppSync developer guide, "Building a real-time WebSocket client". */
import { demand, demandNoInternals } from './finding.ts';

const TYPES = ['connection_ack', 'connection_error', 'ka', 'start_ack', 'data', 'complete', 'error'];

/** @throws Finding for a frame that AppSync would not send */
export function checkFrame(text: string): void {
  demandNoInternals(text);
  const frame = JSON.parse(text) as Readonly<Record<string, unknown>>;
  demand(TYPES.includes(String(frame['type'])), `a frame of type ${String(frame['type'])}`);
  if (frame['type'] !== 'error' && frame['type'] !== 'connection_error') return;
  const payload = frame['payload'] as Readonly<Record<string, unknown>> | undefined;
  const errors = [payload?.['errors']].flat() as readonly Readonly<Record<string, unknown>>[];
  demand(errors.length > 0, 'an error frame without errors');
  for (const error of errors)
    demand(typeof error['message'] === 'string', 'an error of a frame without message');
}
