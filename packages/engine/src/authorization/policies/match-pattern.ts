/** Texts of IAM policies: `*` for any characters, `?` for one, and variables between `${` and `}`. */

/** What is known of a call, by condition key in lower case; several values for keys that have several. */
export type PolicyContext = Readonly<Record<string, readonly string[]>>;

/** `${*}`, `${?}` and `${$}` stand for the characters themselves. IAM user guide, "Variables and tags". */
const LITERALS: ReadonlySet<string> = new Set(['*', '?', '$']);

const TOKEN = /\$\{([^}]*)\}|([*?])|([^$*?]+|\$)/g;

/**
 * Wildcards match across colons and slashes too, which IAM promises at the end of a part of an ARN.
 * A variable may carry a default: `${aws:username, 'anonymous'}`. One that the call does not have matches nothing.
 * @see IAM user guide, "IAM JSON policy elements: Resource" and "Variables and tags"
 */
export function matchesPattern(pattern: string, text: string, context: PolicyContext): boolean {
  const source = toSource(pattern, context);
  return source !== undefined && new RegExp(`^${source}$`, 's').test(text);
}

/** Actions are compared without regard to case. */
export function matchesAction(pattern: string, action: string): boolean {
  return matchesPattern(pattern.toLowerCase(), action.toLowerCase(), {});
}

/** @returns the text with its variables filled in; undefined when the call lacks one of them */
export function substituteVariables(text: string, context: PolicyContext): string | undefined {
  let filled = '';
  for (const [, variable, wildcard, plain] of text.matchAll(TOKEN)) {
    const value = variable === undefined ? (wildcard ?? plain) : valueOf(variable, context);
    if (value === undefined) return undefined;
    filled += value;
  }
  return filled;
}

function toSource(pattern: string, context: PolicyContext): string | undefined {
  let source = '';
  for (const [, variable, wildcard, plain] of pattern.matchAll(TOKEN)) {
    if (wildcard !== undefined) source += wildcard === '*' ? '.*' : '.';
    else {
      const value = variable === undefined ? plain : valueOf(variable, context);
      if (value === undefined) return undefined;
      source += escape(value);
    }
  }
  return source;
}

function valueOf(variable: string, context: PolicyContext): string | undefined {
  if (LITERALS.has(variable)) return variable;
  const [, name = '', fallback] = /^\s*([^,\s]*)\s*(?:,\s*'([^']*)')?\s*$/.exec(variable) ?? [];
  const values = context[name.toLowerCase()];
  return values?.length === 1 ? values[0] : fallback;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
