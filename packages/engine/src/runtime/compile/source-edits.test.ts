import { expect, it } from 'vitest';
import { createSourceEdits } from './source-edits.ts';

it('nests what inner and outer nodes put at one place', () => {
  const edits = createSourceEdits('a;');
  edits.open(0, '(');
  edits.close(1, ')');
  edits.open(0, '[');
  edits.close(1, ']');
  expect(edits.render().text).toBe('[(a)];');
});

it('finds the way back to the original text', () => {
  const edits = createSourceEdits('import x; y.z;');
  edits.replace({ start: 0, end: 9 }, '');
  edits.open(10, 'f(');
  edits.replace({ start: 11, end: 13 }, ', "z")');
  const { text, toOriginalOffset } = edits.render();
  expect(text).toBe(' f(y, "z");');
  expect(['y', ', "z"', ';'].map((part) => toOriginalOffset(text.indexOf(part)))).toEqual([10, 11, 13]);
});
