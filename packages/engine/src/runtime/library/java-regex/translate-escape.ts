const SYNTAX_CHARACTERS = new Set('^$\\.*+?()[]{}|/');

/** Properties that Java names differently, by the name inside `\p{...}`. */
const PROPERTIES: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: '\\x20-~',
  Blank: '\\x20\\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9a-fA-F',
  Space: '\\x20\\t\\n\\x0B\\f\\r',
  javaLowerCase: '\\p{Lowercase}',
  javaUpperCase: '\\p{Uppercase}',
  javaWhitespace: '\\s',
  IsAlphabetic: '\\p{Alphabetic}',
  IsDigit: '\\p{Nd}',
  IsLetter: '\\p{L}',
  IsPunctuation: '\\p{P}',
};

/** Escapes outside of `\p`, `\Q` and back references that JavaScript lacks or reads differently. */
const JAVA_ESCAPES: Readonly<Record<string, string>> = {
  a: '\\x07',
  e: '\\x1B',
  A: '(?<![\\s\\S])',
  z: '(?![\\s\\S])',
  Z: '(?=\\n?(?![\\s\\S]))',
  h: '[\\x20\\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]',
  R: '(?:\\r\\n|[\\n\\x0B\\f\\r\\x85\\u2028\\u2029])',
  s: '[\\x20\\t\\n\\x0B\\f\\r]',
  S: '[^\\x20\\t\\n\\x0B\\f\\r]',
};

/**
 * Translates the escape that starts at `offset` (a backslash).
 * @returns the text for JavaScript and the offset after the escape
 */
export function translateEscape(
  pattern: string,
  offset: number,
): readonly [text: string, nextOffset: number] {
  const char = pattern.charAt(offset + 1);
  const next = offset + 2;
  if (char === 'Q') return translateQuotation(pattern, next);
  if (char === 'p' || char === 'P') return translateProperty(pattern, offset);
  const javaEscape = JAVA_ESCAPES[char];
  if (javaEscape !== undefined) return [javaEscape, next];
  if (char === 'x' && pattern.charAt(next) === '{') {
    const end = pattern.indexOf('}', next);
    return [`\\u${pattern.slice(next, end + 1)}`, end + 1];
  }
  if (/[a-zA-Z0-9]/.test(char) || SYNTAX_CHARACTERS.has(char) || char === '-')
    return [escapeOutside(char), next];
  return [char, next];
}

/** `\-` is not an escape outside of a class with the `v` flag. */
function escapeOutside(char: string): string {
  return char === '-' ? '-' : `\\${char}`;
}

function translateQuotation(pattern: string, start: number): readonly [string, number] {
  const end = pattern.indexOf('\\E', start);
  const quoted = pattern.slice(start, end < 0 ? undefined : end);
  const text = Array.from(quoted, (char) => (SYNTAX_CHARACTERS.has(char) ? `\\${char}` : char)).join('');
  return [text, end < 0 ? pattern.length : end + 2];
}

function translateProperty(pattern: string, offset: number): readonly [string, number] {
  const [whole, negation, braced, single] = /^\\([pP])(?:\{(\w+)\}|(\w))/.exec(pattern.slice(offset)) ?? [];
  if (whole === undefined) return ['\\p', offset + 2];
  const name = braced ?? single ?? '';
  const members = PROPERTIES[name];
  const next = offset + whole.length;
  if (members !== undefined) return [`[${negation === 'P' ? '^' : ''}${members}]`, next];
  return [`\\${negation ?? 'p'}{${scriptOrCategory(name)}}`, next];
}

/** `IsLatin` and `IsL` in Java are a script and a category. */
function scriptOrCategory(name: string): string {
  const bare = name.startsWith('Is') ? name.slice(2) : name;
  return bare.length > 2 ? `Script=${bare}` : bare;
}
