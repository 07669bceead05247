/**
 * Filter objects, `{ field: { operator: value } }` with `and`, `or`, `not`, to DynamoDB expression text.
 * Fields of one object are joined by AND, each in parentheses; placeholders are `#field` and `:path_field_op`.
 *
 * Differs or unconfirmed: the service's placeholders inside `and`, `or` and `not` are not published. Here the
 * path of list positions is part of them, so that nested conditions on one field never collide.
 */
import { isRecord } from '../../../model/is-record.ts';
import type { TypedValue } from '../dynamodb/typed-value.ts';
import { LibraryFault } from '../library-fault.ts';
import type { OperatorPlace } from './filter-operator.ts';
import { formatOperator } from './filter-operator.ts';

export interface DynamoDbExpression {
  readonly expression: string;
  readonly expressionNames: Record<string, string>;
  readonly expressionValues: Record<string, TypedValue>;
}

/** @see AppSync developer guide, "Transformation helpers in util.transform", "toDynamoDBFilterExpression" */
export function toFilterExpression(filter: unknown): DynamoDbExpression {
  const expressionNames: Record<string, string> = {};
  const expressionValues: Record<string, TypedValue> = {};
  const terms = formatObject(filter, { path: [], fields: [], expressionNames, expressionValues });
  return { expression: terms.join(' AND '), expressionNames, expressionValues };
}

type Place = Omit<OperatorPlace, 'fieldName'>;

/** The object's terms, each ready to be joined by AND. */
function formatObject(filter: unknown, place: Place): string[] {
  if (!isRecord(filter)) throw new LibraryFault('A filter must be an object.');
  return Object.entries(filter).flatMap(([key, value]) => {
    if (value === undefined || value === null) return [];
    switch (key) {
      case 'and':
        return formatGroup(value, 'AND', { ...place, path: [...place.path, 'and'] });
      case 'or':
        return formatGroup(value, 'OR', { ...place, path: [...place.path, 'or'] });
      case 'not': {
        const terms = formatObject(value, { ...place, path: [...place.path, 'not'] });
        return terms.length === 0 ? [] : [`(NOT (${terms.join(' AND ')}))`];
      }
      default:
        return formatField(key, value, place);
    }
  });
}

/** A list is joined by the operator; an object's members are joined by AND whatever the operator. */
function formatGroup(value: unknown, operator: 'AND' | 'OR', place: Place): string[] {
  if (!Array.isArray(value)) {
    const terms = formatObject(value, place);
    return terms.length === 0 ? [] : [`(${terms.join(' AND ')})`];
  }
  const members = value.flatMap((member: unknown, index) => {
    const terms = formatObject(member, { ...place, path: [...place.path, String(index)] });
    return terms.length > 1 ? [`(${terms.join(' AND ')})`] : terms;
  });
  return members.length === 0 ? [] : [`(${members.join(` ${operator} `)})`];
}

/** One field's operators, or the fields of a nested map, e.g. `{ address: { city: { eq: 'Ulm' } } }`. */
function formatField(field: string, conditions: unknown, place: Place): string[] {
  if (!isRecord(conditions))
    throw new LibraryFault(`The filter of "${field}" must be an object of operators.`);
  const fields = [...place.fields, field];
  const fieldName = fields.map((name) => nameFor(name, place.expressionNames)).join('.');
  const inner: OperatorPlace = { ...place, fields, fieldName };
  const operators: string[] = [];
  const nested: string[] = [];
  for (const [operator, operand] of Object.entries(conditions)) {
    if (operand === undefined) continue;
    const text = formatOperator(operator, operand, inner);
    if (text !== undefined) operators.push(text);
    else nested.push(...formatField(operator, operand, { ...place, fields }));
  }
  return [...(operators.length === 0 ? [] : [`(${operators.join(' AND ')})`]), ...nested];
}

/** `#field`, with a number when two fields would share one placeholder (`a-b` and `a_b`). */
function nameFor(field: string, expressionNames: Record<string, string>): string {
  const base = `#${field.replace(/[^A-Za-z0-9_]/g, '_')}`;
  let name = base;
  for (let copy = 2; expressionNames[name] !== undefined && expressionNames[name] !== field; copy += 1) {
    name = `${base}_${copy}`;
  }
  expressionNames[name] = field;
  return name;
}
