/**
 * Java's regular expression syntax to JavaScript's with the `v` flag, which has Java's nested character classes
 * and intersections. Possessive quantifiers become greedy ones; atomic groups become plain ones: the same
 * language except where backtracking would be cut off.
 */
import { translateCharacterClass } from './translate-character-class.ts';
import { translateEscape } from './translate-escape.ts';

export interface JavaScriptPattern {
  readonly source: string;
  /** Flags from a leading `(?ims)`. */
  readonly flags: string;
}

/** Java's `$` also matches before a line terminator that ends the text. */
const BEFORE_LAST_TERMINATOR = '(?=(?:\\r\\n|[\\n\\r\\x85\\u2028\\u2029])?(?![\\s\\S]))';

export function translateJavaPattern(pattern: string): JavaScriptPattern {
  const leading = /^\(\?([imsux]+)\)/.exec(pattern);
  const flags = [...new Set(leading?.[1] ?? '')].filter((flag) => flag !== 'u' && flag !== 'x').join('');
  let source = '';
  let offset = leading?.[0].length ?? 0;
  const end = flags.includes('m') ? '$' : BEFORE_LAST_TERMINATOR;
  while (offset < pattern.length) {
    if (pattern.charAt(offset) === '$') {
      source += end;
      offset += 1;
      continue;
    }
    const [translated, next] = translateNext(pattern, offset);
    source += translated;
    offset = next;
  }
  return { source, flags };
}

type Translated = readonly [text: string, nextOffset: number];

function translateNext(pattern: string, offset: number): Translated {
  const char = pattern.charAt(offset);
  switch (char) {
    case '\\':
      return translateEscape(pattern, offset);
    case '[':
      return translateCharacterClass(pattern, offset);
    case '(':
      return pattern.startsWith('(?>', offset) ? ['(?:', offset + 3] : ['(', offset + 1];
    case '*':
    case '+':
    case '?':
      return [char, skipPossessive(pattern, offset + 1)];
    case '{':
      return translateRepetition(pattern, offset);
    case '}':
    case ']':
      return [`\\${char}`, offset + 1];
    default:
      return [char, offset + 1];
  }
}

function translateRepetition(pattern: string, offset: number): Translated {
  const repetition = /^\{\d+(?:,\d*)?\}/.exec(pattern.slice(offset))?.[0];
  if (repetition === undefined) return ['\\{', offset + 1];
  return [repetition, skipPossessive(pattern, offset + repetition.length)];
}

/** The offset after a `+` that makes the quantifier before it possessive. */
function skipPossessive(pattern: string, offset: number): number {
  return pattern.charAt(offset) === '+' ? offset + 1 : offset;
}
