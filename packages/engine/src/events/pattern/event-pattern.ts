/**
 * Event patterns of EventBridge rules; Lambda's event source filters use the same language.
 * @see Amazon EventBridge user guide, "Comparison operators for use in event patterns"
 */
import { isRecord } from '../../model/is-record.ts';
import { type ValueTest, PatternFault, compileOperator } from './match-operators.ts';

export type EventTest = (event: unknown) => boolean;

export type CompiledPattern =
  { readonly ok: true; readonly matches: EventTest } | { readonly ok: false; readonly message: string };

/** @param pattern - parsed JSON */
export function compileEventPattern(pattern: unknown): CompiledPattern {
  try {
    return { ok: true, matches: compileObject(pattern) };
  } catch (fault) {
    if (!(fault instanceof PatternFault)) throw fault;
    return { ok: false, message: fault.message };
  }
}

function compileObject(pattern: unknown): EventTest {
  if (!isRecord(pattern)) throw new PatternFault(`A pattern must be an object: ${JSON.stringify(pattern)}`);
  const tests = Object.entries(pattern).map(([name, part]) => compileField(name, part));
  const matchesAll = (event: unknown): boolean => tests.every((test) => test(event));
  // All fields of a pattern have to match within the same element of a list.
  return function matches(event): boolean {
    return Array.isArray(event) ? event.some(matches) : matchesAll(event);
  };
}

function compileField(name: string, part: unknown): EventTest {
  if (name === '$or' && Array.isArray(part) && part.length > 1 && part.every(isRecord)) {
    const alternatives = part.map(compileObject);
    return (event) => alternatives.some((matches) => matches(event));
  }
  const test = Array.isArray(part) ? compileList(name, part) : compileNested(name, part);
  return (event) => test(isRecord(event) ? event[name] : undefined);
}

function compileNested(name: string, part: unknown): EventTest {
  if (!isRecord(part)) throw new PatternFault(`"${name}" must be an object or a list`);
  const matches = compileObject(part);
  // A missing object is looked into as well: `exists: false` may hold for what it does not have.
  return (value) => matches(value ?? {});
}

/** One of the alternatives has to hold for the value, or for one element where the value is a list. */
function compileList(name: string, alternatives: readonly unknown[]): EventTest {
  if (alternatives.length === 0) throw new PatternFault(`The list of "${name}" is empty`);
  const tests = alternatives.map(compileAlternative);
  return (value) => tests.some((test) => test(value));
}

function compileAlternative(alternative: unknown): EventTest {
  if (isRecord(alternative) && 'exists' in alternative) {
    const { exists } = alternative;
    if (typeof exists !== 'boolean') throw new PatternFault('"exists" must be true or false');
    return (value) => isLeaf(value) === exists;
  }
  const test: ValueTest = isRecord(alternative)
    ? compileOperator(alternative)
    : (value) => value === alternative;
  return (value) => isLeaf(value) && (Array.isArray(value) ? value.some(test) : test(value));
}

/** Patterns see values at the ends of paths only; an object is not one. */
function isLeaf(value: unknown): boolean {
  return value !== undefined && !isRecord(value);
}
