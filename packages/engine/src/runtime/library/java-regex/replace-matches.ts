/** `String.prototype.replace` and `replaceAll` as the runtime has them: Java patterns, Java replacements. */
import { LibraryFault } from '../library-fault.ts';
import { compileJavaPattern } from './compile-java-pattern.ts';

/** Replaces the first match, as Java's `String.replaceFirst`. */
export function replaceFirstMatch(text: string, pattern: string, replacement: string): string {
  const match = compileJavaPattern(pattern, 'part').exec(text);
  if (match === null) return text;
  const end = match.index + match[0].length;
  return text.slice(0, match.index) + expand(replacement, match) + text.slice(end);
}

/** Replaces every match, as Java's `String.replaceAll`. */
export function replaceAllMatches(text: string, pattern: string, replacement: string): string {
  let result = '';
  let copiedUntil = 0;
  for (const match of text.matchAll(compileJavaPattern(pattern, 'part'))) {
    result += text.slice(copiedUntil, match.index) + expand(replacement, match);
    copiedUntil = match.index + match[0].length;
  }
  return result + text.slice(copiedUntil);
}

/** True when the whole text matches, as `java.util.regex.Pattern.matches`. */
export function matchesWholly(pattern: string, text: string): boolean {
  return compileJavaPattern(pattern, 'whole').test(text);
}

/** Java's replacement syntax: `$1` and `${name}` are groups, a backslash makes the next character literal. */
function expand(replacement: string, match: RegExpExecArray | RegExpMatchArray): string {
  return replacement.replace(
    /\\([\s\S]?)|\$\{(\w+)\}|\$(\d+)|\$/g,
    (whole, ...parts: (string | undefined)[]) => {
      const [escaped, name, digits] = parts;
      if (escaped !== undefined && whole.startsWith('\\')) {
        if (escaped === '') throw new LibraryFault('character to be escaped is missing');
        return escaped;
      }
      if (name !== undefined) return match.groups?.[name] ?? missingGroup(name, match);
      if (digits !== undefined) return numberedGroup(digits, match);
      throw new LibraryFault('Illegal group reference');
    },
  );
}

/** Takes as many digits as form the number of an existing group; the rest is text. */
function numberedGroup(digits: string, match: RegExpExecArray | RegExpMatchArray): string {
  for (let length = digits.length; length > 0; length -= 1) {
    const group = Number(digits.slice(0, length));
    if (group < match.length) return (match[group] ?? '') + digits.slice(length);
  }
  throw new LibraryFault(`No group ${digits.charAt(0)}`);
}

function missingGroup(name: string, match: RegExpExecArray | RegExpMatchArray): string {
  if (match.groups !== undefined && name in match.groups) return '';
  throw new LibraryFault(`No group with name {${name}}`);
}
