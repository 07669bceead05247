import { expect, it } from 'vitest';
import { copyData } from './copy-data.ts';

const TEXT = '{"a":1,"b":[{"c":null},[true]],"__proto__":{"d":"e"},"toString":"f"}';

it('copies data in depth', () => {
  const data = JSON.parse(TEXT) as Record<string, unknown>;
  const copy = copyData(data) as typeof data;
  expect(JSON.stringify(copy)).toBe(TEXT);
  (copy['b'] as { c: unknown }[])[0]!.c = 2;
  (copy['b'] as unknown[]).push(3);
  Object.assign(Object.getOwnPropertyDescriptor(copy, '__proto__')?.value as object, { d: 4 });
  expect(JSON.stringify(data)).toBe(TEXT);
});

it.each([null, 'text', 1, true])('leaves %s as it is', (value) => {
  expect(copyData(value)).toBe(value);
});
