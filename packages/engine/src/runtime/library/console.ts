import type { LogLine } from '../contract.ts';
import type { CurrentCall } from './call-record.ts';

/**
 * The `console` of the runtime. Lines are collected in the form that EvaluateCode returns them in: position,
 * then the arguments as JSON.
 * @param position - place of the statement that is running, e.g. `code.js:5:3`
 */
export function buildConsole(currentCall: CurrentCall, position: () => string) {
  const log =
    (level: LogLine['level']) =>
    (...values: unknown[]): void => {
      const text = values.map((value) => JSON.stringify(value) ?? 'undefined').join(' ');
      currentCall().logs.push({ level, text: `${position()}: ${text}` });
    };
  return { log: log('info'), error: log('error'), debug: log('debug') };
}
