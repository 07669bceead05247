import picocolors from 'picocolors';
import { expect, it } from 'vitest';
import { formatDuration, formatStep } from './format-step.ts';

const colors = picocolors.createColors(false);

it('lines up names and times', () => {
  expect(formatStep({ name: 'compile', durationMs: 312.4 }, colors)).toBe('✓ compile        312 ms');
  expect(formatStep({ name: 'assemble', durationMs: 4, note: 'unchanged' }, colors)).toBe(
    '✓ assemble         4 ms  unchanged',
  );
});

it('changes from milliseconds to seconds at one second', () => {
  expect([999.4, 1000, 12_340].map(formatDuration)).toEqual(['999 ms', '1.0 s', '12.3 s']);
});
