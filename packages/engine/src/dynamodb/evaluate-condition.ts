/**
 * Condition, filter and key expressions, from dynalite's parse tree to true or false.
 * dynalite's own evaluation takes false, 0-length text and maps for missing or unequal, and throws on missing bounds.
 * @see DynamoDB developer guide, "Condition and filter expressions, operators, and functions"
 */
import dynalite from 'dynalite/db/index.js';
import { beginsWith, compareValues, containsValue, typed, valuesEqual, valueSize } from './compare-values.ts';
import type { AttributeMap, AttributeValue } from './contract.ts';
import { isRecord } from '../model/is-record.ts';

/** A node of the parse tree: an operator or function with its operands (nodes, paths or literal values). */
interface ExpressionNode {
  readonly type: string;
  readonly name?: string;
  readonly args: readonly unknown[];
}

/** @param expression - `_condition.expression` or `_filter.expression` of a validated request */
export function evaluateCondition(expression: unknown, item: AttributeMap): boolean {
  if (!isNode(expression)) throw new TypeError('not a condition expression');
  const { type, args } = expression;
  if (type === 'and') return args.every((part) => evaluateCondition(part, item));
  if (type === 'or') return args.some((part) => evaluateCondition(part, item));
  if (type === 'not') return !evaluateCondition(args[0], item);
  const operands = args.map((operand) => resolveOperand(operand, item));
  return type === 'function' ? applyFunction(expression.name, operands) : applyComparison(type, operands);
}

type Operand = AttributeValue | undefined;

function applyFunction(name: string | undefined, [value, argument]: readonly Operand[]): boolean {
  if (name === 'attribute_exists') return value !== undefined;
  if (name === 'attribute_not_exists') return value === undefined;
  if (value === undefined || argument === undefined) return false;
  if (name === 'attribute_type') return typed(value)[0] === argument.S;
  if (name === 'begins_with') return beginsWith(value, argument);
  if (name === 'contains') return containsValue(value, argument);
  throw new TypeError(`unknown condition function ${String(name)}`);
}

function applyComparison(operator: string, [left, ...rights]: readonly Operand[]): boolean {
  const right = rights[0];
  if (operator === '<>')
    return left === undefined || right === undefined ? left !== right : !valuesEqual(left, right);
  if (left === undefined) return false;
  if (operator === 'in') return rights.some((each) => each !== undefined && valuesEqual(left, each));
  if (right === undefined) return false;
  if (operator === '=') return valuesEqual(left, right);
  const order = compareValues(left, right);
  if (order === undefined) return false;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  if (operator === '>') return order > 0;
  if (operator === '>=') return order >= 0;
  if (operator !== 'between') throw new TypeError(`unknown comparison ${operator}`);
  const upper = rights[1];
  const upperOrder = upper === undefined ? undefined : compareValues(left, upper);
  return order >= 0 && upperOrder !== undefined && upperOrder <= 0;
}

function resolveOperand(operand: unknown, item: AttributeMap): Operand {
  if (Array.isArray(operand)) return dynalite.mapPath(operand, item) ?? undefined;
  if (!isNode(operand)) return isRecord(operand) ? operand : undefined;
  const value = resolveOperand(operand.args[0], item);
  const size = value === undefined ? undefined : valueSize(value);
  return size === undefined ? undefined : { N: String(size) };
}

function isNode(value: unknown): value is ExpressionNode {
  return isRecord(value) && typeof value.type === 'string' && Array.isArray(value.args);
}
