import { InvalidArgumentError } from 'commander';

/** Collects an option that may be given several times, as `NAME=VALUE`. The value may hold further equals signs. */
export function parseAssignment(
  text: string,
  earlier: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write NAME=VALUE.');
  return { ...earlier, [text.slice(0, at)]: text.slice(at + 1) };
}
