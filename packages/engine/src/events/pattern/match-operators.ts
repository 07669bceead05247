/** The operators of event patterns: an object with one key -> a test of one value. */
import { isRecord } from '../../model/is-record.ts';
import { compileAddressRange } from './address-range.ts';

export type ValueTest = (value: unknown) => boolean;

/** The pattern is not one that EventBridge accepts. */
export class PatternFault extends Error {
  override readonly name = 'PatternFault';
}

/** @throws PatternFault for an unknown operator or an operand that does not fit it */
export function compileOperator(operator: Readonly<Record<string, unknown>>): ValueTest {
  const [entry, ...more] = Object.entries(operator);
  if (entry === undefined || more.length > 0)
    throw new PatternFault('Only one key allowed in match expression');
  const [name, operand] = entry;
  switch (name) {
    case 'prefix':
      return textTest(name, operand, (part) => (text) => text.startsWith(part));
    case 'suffix':
      return textTest(name, operand, (part) => (text) => text.endsWith(part));
    case 'wildcard':
      return textTest(name, operand, compileWildcard);
    case 'equals-ignore-case':
      return textTest(name, operand, (other) => {
        const lower = other.toLowerCase();
        return (text) => text.toLowerCase() === lower;
      });
    case 'cidr':
      return textTest(name, operand, compileRange);
    case 'numeric':
      return compileNumeric(operand);
    case 'anything-but':
      return compileAnythingBut(operand);
    default:
      throw new PatternFault(`Unrecognized match type ${name}`);
  }
}

/** The operand is one text or several, or for prefix and suffix `{ "equals-ignore-case": ... }` around them. */
function textTest(
  name: string,
  operand: unknown,
  compile: (part: string) => (text: string) => boolean,
): ValueTest {
  if (isRecord(operand)) {
    const { 'equals-ignore-case': inner } = operand;
    if (inner === undefined || (name !== 'prefix' && name !== 'suffix')) throw notText(name);
    const test = textTest(name, lowerCase(inner), compile);
    return (value) => typeof value === 'string' && test(value.toLowerCase());
  }
  const parts: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  const tests = parts.map((part) => {
    if (typeof part !== 'string') throw notText(name);
    return compile(part);
  });
  return (value) => typeof value === 'string' && tests.some((test) => test(value));
}

function lowerCase(operand: unknown): unknown {
  if (Array.isArray(operand)) return operand.map(lowerCase);
  return typeof operand === 'string' ? operand.toLowerCase() : operand;
}

function notText(name: string): PatternFault {
  return new PatternFault(`"${name}" match pattern must be a string`);
}

/** `*` stands for any characters, `\*` for a star, `\\` for a backslash. */
function compileWildcard(pattern: string): (text: string) => boolean {
  const source = pattern.replaceAll(/\\[\\*]|\*+|[.+?^${}()|[\]\\]/g, (found) => {
    if (found.startsWith('*')) return '.*';
    return found.length === 2 ? found : `\\${found}`;
  });
  const expression = new RegExp(`^${source}$`, 's');
  return (text) => expression.test(text);
}

function compileRange(range: string): (text: string) => boolean {
  const contains = compileAddressRange(range);
  if (contains === undefined) throw new PatternFault(`Malformed CIDR, received: ${range}`);
  return contains;
}

const COMPARISONS: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** `[operator, number]`, or two such pairs. */
function compileNumeric(operand: unknown): ValueTest {
  const parts: readonly unknown[] = Array.isArray(operand) ? operand : [];
  const tests: ((value: number) => boolean)[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const compare = COMPARISONS[String(parts[at])];
    const bound = parts[at + 1];
    if (compare === undefined || typeof bound !== 'number')
      throw new PatternFault('Bad numeric range operator');
    tests.push((value) => compare(value, bound));
  }
  if (tests.length === 0) throw new PatternFault('Invalid member in numeric match');
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

function compileAnythingBut(operand: unknown): ValueTest {
  if (isRecord(operand)) {
    const excluded = compileOperator(operand);
    return (value) => !excluded(value);
  }
  const excluded = new Set<unknown>(Array.isArray(operand) ? operand : [operand]);
  return (value) => !excluded.has(value);
}
