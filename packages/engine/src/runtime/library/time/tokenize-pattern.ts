/** A pattern of `java.time.format.DateTimeFormatter`, split into its parts. */
import { LibraryFault } from '../library-fault.ts';

export type PatternToken =
  | { readonly kind: 'literal'; readonly text: string }
  /** A run of one pattern letter, e.g. `yyyy` is the letter `y`, four times. */
  | { readonly kind: 'field'; readonly letter: string; readonly count: number }
  /** A section in brackets: left out on parsing when absent. */
  | { readonly kind: 'optional'; readonly tokens: readonly PatternToken[] };

export function tokenizePattern(pattern: string): readonly PatternToken[] {
  const { tokens, next } = readTokens(pattern, 0, 'top');
  if (next < pattern.length) throw new LibraryFault('Pattern invalid as it contains ] without previous [');
  return tokens;
}

interface Reading {
  readonly tokens: readonly PatternToken[];
  readonly next: number;
}

function readTokens(pattern: string, from: number, level: 'top' | 'optional'): Reading {
  const tokens: PatternToken[] = [];
  let at = from;
  while (at < pattern.length && pattern.charAt(at) !== ']') {
    const char = pattern.charAt(at);
    if (char === '[') {
      const section = readTokens(pattern, at + 1, 'optional');
      tokens.push({ kind: 'optional', tokens: section.tokens });
      at = section.next + 1;
      continue;
    }
    if (char === "'") {
      const { text, next } = readQuoted(pattern, at + 1);
      tokens.push({ kind: 'literal', text });
      at = next;
      continue;
    }
    if (char === '{' || char === '}' || char === '#') {
      throw new LibraryFault(`Pattern includes reserved character: '${char}'`);
    }
    const run = /^([A-Za-z])\1*/.exec(pattern.slice(at))?.[0];
    tokens.push(
      run === undefined
        ? { kind: 'literal', text: char }
        : { kind: 'field', letter: char, count: run.length },
    );
    at += run?.length ?? 1;
  }
  if (level === 'optional' && at >= pattern.length) at = pattern.length - 1;
  return { tokens, next: at };
}

/** Text up to the closing quote; a doubled quote stands for one, and so do two quotes with nothing between. */
function readQuoted(pattern: string, from: number): { text: string; next: number } {
  let text = '';
  for (let at = from; at < pattern.length; at += 1) {
    if (pattern.charAt(at) !== "'") {
      text += pattern.charAt(at);
      continue;
    }
    if (pattern.charAt(at + 1) !== "'") return { text: at === from ? "'" : text, next: at + 1 };
    text += "'";
    at += 1;
  }
  throw new LibraryFault(`Pattern ends with an incomplete string literal: ${pattern}`);
}
