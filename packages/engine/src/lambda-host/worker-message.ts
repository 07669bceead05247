/** What a worker tells the host. */
import { isRecord } from '../model/is-record.ts';
import type { LambdaLogLine } from './contract.ts';
import type { ErrorPayload } from './invoke-results.ts';

export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'log'; readonly level: LambdaLogLine['level']; readonly text: string }
  /** `target` is the header `X-Amz-Target`. */
  | { readonly kind: 'dynamodb-request'; readonly id: number; readonly target: string; readonly body: string }
  | { readonly kind: 'succeeded'; readonly payload: unknown; readonly sizeBytes: number }
  /** The handler threw; or the environment is of no further use: an error that nothing caught, a module that won't load. */
  | { readonly kind: 'failed' | 'crashed' | 'load-failed'; readonly error: ErrorPayload };

const LEVELS: readonly LambdaLogLine['level'][] = ['info', 'warn', 'error', 'debug'];

/** Function code shares the port's thread and could post anything: what is not ours is shown as a log line. */
export function parseWorkerMessage(message: unknown): WorkerMessage {
  if (isRecord(message)) {
    const { kind, level, text, resultJson, error, id, target, body } = message;
    if (kind === 'ready') return { kind };
    if (kind === 'succeeded' && typeof resultJson === 'string') return parseResult(resultJson);
    if ((kind === 'failed' || kind === 'crashed' || kind === 'load-failed') && isRecord(error)) {
      return { kind, error: parseError(error) };
    }
    if (kind === 'dynamodb-request' && typeof id === 'number' && typeof body === 'string') {
      return { kind, id, target: String(target), body };
    }
    if (kind === 'log')
      return { kind, level: LEVELS.find((each) => each === level) ?? 'info', text: String(text) };
  }
  return { kind: 'log', level: 'info', text: JSON.stringify(message) ?? String(message) };
}

function parseResult(resultJson: string): WorkerMessage {
  try {
    return { kind: 'succeeded', payload: JSON.parse(resultJson), sizeBytes: Buffer.byteLength(resultJson) };
  } catch {
    return { kind: 'log', level: 'info', text: resultJson };
  }
}

function parseError({ errorType, errorMessage, trace }: Record<string, unknown>): ErrorPayload {
  const lines: readonly unknown[] = Array.isArray(trace) ? trace : [];
  return { errorType: String(errorType), errorMessage: String(errorMessage), trace: lines.map(String) };
}
