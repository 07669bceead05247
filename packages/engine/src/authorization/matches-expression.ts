/** Regular expressions of an API's configuration, matched against the whole text as Java's `matches` does. */

/** @returns false for an expression that can't be read: it protects something */
export function matchesExpression(expression: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${expression})$`, 'u').test(text);
  } catch {
    return false;
  }
}
