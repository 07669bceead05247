/** What the operators of a policy's conditions compare. IAM user guide, "IAM JSON policy elements: Condition operators". */
import { BlockList, isIP } from 'node:net';
import type { PolicyContext } from './match-pattern.ts';
import { matchesPattern, substituteVariables } from './match-pattern.ts';

export interface ConditionOperator {
  /** `StringNotEquals` and its like: no value of the policy may match, and an absent key is a match. */
  readonly isNegated: boolean;
  /** @param expected - of the policy, @param actual - of the call */
  readonly matches: (expected: string, actual: string, context: PolicyContext) => boolean;
}

type Match = ConditionOperator['matches'];

const equals: Match = (expected, actual, context) => substituteVariables(expected, context) === actual;
const equalsIgnoreCase: Match = (expected, actual, context) =>
  substituteVariables(expected, context)?.toLowerCase() === actual.toLowerCase();
const like: Match = (expected, actual, context) => matchesPattern(expected, actual, context);
const bool: Match = (expected, actual) => expected.toLowerCase() === actual.toLowerCase();

const compared =
  (read: (text: string) => number, holds: (actual: number, expected: number) => boolean): Match =>
  (expected, actual) =>
    holds(read(actual), read(expected));
const equal = (left: number, right: number): boolean => left === right;
const less = (left: number, right: number): boolean => left < right;
const lessOrEqual = (left: number, right: number): boolean => left <= right;
const greater = (left: number, right: number): boolean => left > right;
const greaterOrEqual = (left: number, right: number): boolean => left >= right;

/** ISO 8601, or seconds since the epoch. @returns milliseconds since the epoch; NaN, which equals nothing, otherwise */
function readDate(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

/** @param expected - an address, or a range such as `203.0.113.0/24` or `2001:db8::/32` */
const inRange: Match = (expected, actual) => {
  const [network = '', prefix] = expected.split('/');
  const version = isIP(network);
  if (version === 0 || isIP(actual) === 0) return false;
  const bits = prefix === undefined ? (version === 4 ? 32 : 128) : Number(prefix);
  if (!Number.isInteger(bits) || bits < 0 || bits > (version === 4 ? 32 : 128)) return false;
  const range = new BlockList();
  range.addSubnet(network, bits, version === 4 ? 'ipv4' : 'ipv6');
  return range.check(actual, isIP(actual) === 4 ? 'ipv4' : 'ipv6');
};

const positive = (matches: Match): ConditionOperator => ({ isNegated: false, matches });
const negative = (matches: Match): ConditionOperator => ({ isNegated: true, matches });

/** `Null` is not here: it asks for the key, not for its value. */
export const CONDITION_OPERATORS: ReadonlyMap<string, ConditionOperator> = new Map([
  ['StringEquals', positive(equals)],
  ['StringNotEquals', negative(equals)],
  ['StringEqualsIgnoreCase', positive(equalsIgnoreCase)],
  ['StringNotEqualsIgnoreCase', negative(equalsIgnoreCase)],
  ['StringLike', positive(like)],
  ['StringNotLike', negative(like)],
  ['ArnEquals', positive(like)],
  ['ArnNotEquals', negative(like)],
  ['ArnLike', positive(like)],
  ['ArnNotLike', negative(like)],
  ['NumericEquals', positive(compared(Number, equal))],
  ['NumericNotEquals', negative(compared(Number, equal))],
  ['NumericLessThan', positive(compared(Number, less))],
  ['NumericLessThanEquals', positive(compared(Number, lessOrEqual))],
  ['NumericGreaterThan', positive(compared(Number, greater))],
  ['NumericGreaterThanEquals', positive(compared(Number, greaterOrEqual))],
  ['DateEquals', positive(compared(readDate, equal))],
  ['DateNotEquals', negative(compared(readDate, equal))],
  ['DateLessThan', positive(compared(readDate, less))],
  ['DateLessThanEquals', positive(compared(readDate, lessOrEqual))],
  ['DateGreaterThan', positive(compared(readDate, greater))],
  ['DateGreaterThanEquals', positive(compared(readDate, greaterOrEqual))],
  ['Bool', positive(bool)],
  ['IpAddress', positive(inRange)],
  ['NotIpAddress', negative(inRange)],
]);
