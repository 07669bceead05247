/** Small damage to a text: what typing, cutting and bad encoders do to it. */
import type { Random } from './random.ts';

/** Pieces that mean something to the parsers in question. */
const PIECES = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '"',
    '"""',
    '\\',
    '$',
    '@',
    '!',
    '...',
    ':',
    ',',
    '&',
    '|',
    '#',
    '=',
    '-',
  ],
  ...[
    'null',
    'true',
    '0',
    '-1',
    '1e999',
    '9007199254740993',
    'query',
    'mutation',
    'subscription',
    'fragment',
    'on',
  ],
  ...[
    '__typename',
    '__schema',
    '__proto__',
    'constructor',
    'todo',
    'todos',
    'id',
    '@skip(if: true)',
    '@include',
  ],
  ...[
    '\u0000',
    '\ufeff',
    '\u2028',
    '\ud800',
    '😀',
    '\r\n',
    '\\u0000',
    '\\ud83d',
    ' '.repeat(500),
    'x'.repeat(3_000),
  ],
  ...[
    '{ todo '.repeat(200),
    '['.repeat(2_000),
    '{"a":'.repeat(2_000),
    '...F ',
    'fragment F on Todo { ...F } ',
  ],
];

const EDITS: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => splice(text, random, () => ''),
  (text, random) => splice(text, random, (cut) => cut + cut),
  (text, random) => splice(text, random, () => random.pick(PIECES)),
  (text, random) => splice(text, random, (cut) => cut + random.pick(PIECES)),
  (text, random) => splice(text, random, (cut) => [...cut].reverse().join('')),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  (text, random) => splice(text, random, () => String.fromCharCode(random.below(0x1_0000))),
];

/** One to four edits at random places. */
export function mutateText(text: string, random: Random): string {
  let mutated = text;
  for (let left = 1 + random.below(4); left > 0; left -= 1) mutated = random.pick(EDITS)(mutated, random);
  return mutated;
}

/** Half of the cuts are words, so that what remains still has a chance to parse. */
function splice(text: string, random: Random, replace: (cut: string) => string): string {
  const words = [...text.matchAll(/\w+|[^\w\s]/g)];
  if (words.length > 0 && random.chance(0.5)) {
    const word = random.pick(words);
    return text.slice(0, word.index) + replace(word[0]) + text.slice(word.index + word[0].length);
  }
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.below(8));
  return text.slice(0, start) + replace(text.slice(start, end)) + text.slice(end);
}
