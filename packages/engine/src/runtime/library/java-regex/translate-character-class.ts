import { translateEscape } from './translate-escape.ts';

/** Characters that must be escaped in a class under the `v` flag but not in Java. */
const CLASS_SYNTAX = new Set('(){}/|');
/** Punctuation that may follow a backslash in a class under the `v` flag. */
const ESCAPABLE = new Set('^$\\.*+?()[]{}|/-&!#%,:;<=>@`~');
/** Characters that the `v` flag reserves when doubled; Java has no such rule, except for `&&`. */
const DOUBLE_PUNCTUATORS = new Set('!#$%*+,.:;<=>?@^`~');

/**
 * Translates the character class that starts at `offset` (its opening bracket), with nested ones.
 * Java's intersection with bare members, `[a-z&&bc]`, needs its operands in brackets in JavaScript.
 * @returns the text for JavaScript and the offset after the closing bracket
 */
export function translateCharacterClass(
  pattern: string,
  offset: number,
): readonly [text: string, nextOffset: number] {
  const negated = pattern.charAt(offset + 1) === '^';
  const operands: string[] = [];
  let operand = '';
  let at = offset + (negated ? 2 : 1);
  // A bracket right after the opening one is a member in Java too.
  if (pattern.charAt(at) === ']') {
    operand = '\\]';
    at += 1;
  }
  while (at < pattern.length && pattern.charAt(at) !== ']') {
    if (pattern.startsWith('&&', at)) {
      operands.push(operand);
      operand = '';
      at += 2;
      continue;
    }
    const [text, next] = translateMember(pattern, at);
    operand += text;
    at = next;
  }
  operands.push(operand);
  const members = operands.length === 1 ? operand : operands.map((text) => `[${text}]`).join('&&');
  return [`[${negated ? '^' : ''}${members}]`, at + 1];
}

function translateMember(pattern: string, at: number): readonly [string, number] {
  const char = pattern.charAt(at);
  if (char === '[') return translateCharacterClass(pattern, at);
  if (char === '\\') return translateClassEscape(pattern, at);
  if (char === '-') return [isRange(pattern, at) ? '-' : '\\-', at + 1];
  if (CLASS_SYNTAX.has(char)) return [`\\${char}`, at + 1];
  const isDoubled = DOUBLE_PUNCTUATORS.has(char) && pattern.charAt(at + 1) === char;
  return isDoubled ? [`\\${char}`, at + 2] : [char, at + 1];
}

function translateClassEscape(pattern: string, at: number): readonly [string, number] {
  const char = pattern.charAt(at + 1);
  if (/[a-zA-Z0-9]/.test(char)) return translateEscape(pattern, at);
  return [ESCAPABLE.has(char) ? `\\${char}` : char, at + 2];
}

/** True for a hyphen between two members; at either end of the class or of an operand it stands for itself. */
function isRange(pattern: string, at: number): boolean {
  const before = pattern.charAt(at - 1);
  const after = pattern.charAt(at + 1);
  const startsOperand = before === '[' || before === '^' || before === '&';
  return !startsOperand && after !== ']' && after !== '&' && after !== '[';
}
