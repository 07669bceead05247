import picocolors from 'picocolors';
import { expect, it } from 'vitest';
import { printEngineEvent } from './print-engine-event.ts';
import type { Terminal } from './terminal.ts';

function createRecorder(): { terminal: Terminal; lines: string[] } {
  const lines: string[] = [];
  const record = (text: string): void => void lines.push(text);
  return { terminal: { print: record, printError: record, colors: picocolors.createColors(false) }, lines };
}

it('puts the name of the function or resolver before its console output', () => {
  const { terminal, lines } = createRecorder();
  printEngineEvent(terminal, { kind: 'lambda-log', functionName: 'orders', level: 'info', text: 'placed' });
  printEngineEvent(terminal, {
    kind: 'resolver-log',
    resolver: 'Query.product',
    level: 'error',
    text: 'no key',
  });
  expect(lines).toEqual(['[orders] placed', '[Query.product] no key']);
});

it('shows requests only when they ended with errors', () => {
  const { terminal, lines } = createRecorder();
  printEngineEvent(terminal, { kind: 'request', operationName: 'Orders', durationMs: 12, errorCount: 0 });
  printEngineEvent(terminal, { kind: 'request', operationName: undefined, durationMs: 12.4, errorCount: 2 });
  expect(lines).toEqual(['anonymous operation: 2 errors in 12 ms']);
});
