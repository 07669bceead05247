import { isRecord } from '../../../model/is-record.ts';
import type { TypedValue } from '../dynamodb/typed-value.ts';
import { toTypedValue } from '../dynamodb/typed-value.ts';
import { LibraryFault } from '../library-fault.ts';

export interface OperatorPlace {
  /** Logical operators and list positions above, e.g. `['or', '0']`. */
  readonly path: readonly string[];
  /** The field and, for a nested one, the fields around it. */
  readonly fields: readonly string[];
  /** The field's placeholder, e.g. `#address.#city`. */
  readonly fieldName: string;
  readonly expressionNames: Record<string, string>;
  /** Receives the values. */
  readonly expressionValues: Record<string, TypedValue>;
}

const COMPARATORS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '<>',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/** DynamoDB developer guide, "Condition expressions", `attribute_type`. */
const ATTRIBUTE_TYPES: Readonly<Record<string, string>> = {
  _null: 'NULL',
  string: 'S',
  stringSet: 'SS',
  number: 'N',
  numberSet: 'NS',
  binary: 'B',
  binarySet: 'BS',
  boolean: 'BOOL',
  list: 'L',
  map: 'M',
};

/** The text of one operator; undefined when `operator` is not one and so names a nested field. */
export function formatOperator(operator: string, operand: unknown, place: OperatorPlace): string | undefined {
  const { fieldName } = place;
  const comparator = COMPARATORS[operator];
  if (comparator !== undefined) return `${fieldName} ${comparator} ${bind(operator, operand, place)}`;
  switch (operator) {
    case 'contains':
      return `contains(${fieldName},${bind(operator, operand, place)})`;
    case 'notContains':
      return `NOT contains(${fieldName},${bind(operator, operand, place)})`;
    case 'beginsWith':
      return `begins_with(${fieldName},${bind(operator, operand, place)})`;
    case 'attributeExists':
      return operand === true ? `attribute_exists(${fieldName})` : `attribute_not_exists(${fieldName})`;
    case 'attributeType':
      return `attribute_type(${fieldName},${bind(operator, ATTRIBUTE_TYPES[String(operand)] ?? operand, place)})`;
    case 'between': {
      const [low, high] = list(operator, operand);
      return `${fieldName} BETWEEN ${bind('between_1', low, place)} AND ${bind('between_2', high, place)}`;
    }
    case 'in': {
      const values = list(operator, operand).map((value, index) => bind(`in_${index}`, value, place));
      return `${fieldName} IN (${values.join(', ')})`;
    }
    case 'size':
      return isRecord(operand) ? formatSize(operand, place) : undefined;
    default:
      return undefined;
  }
}

function formatSize(conditions: Readonly<Record<string, unknown>>, place: OperatorPlace): string {
  const sized = { ...place, fieldName: `size(${place.fieldName})`, fields: [...place.fields, 'size'] };
  const terms = Object.entries(conditions).map(([operator, operand]) =>
    formatOperator(operator, operand, sized),
  );
  return terms.filter((term) => term !== undefined).join(' AND ');
}

function list(operator: string, operand: unknown): readonly unknown[] {
  if (!Array.isArray(operand)) throw new LibraryFault(`The operator ${operator} needs a list.`);
  return operand as readonly unknown[];
}

function bind(suffix: string, value: unknown, place: OperatorPlace): string {
  const base = `:${[...place.path, ...place.fields, suffix].join('_').replace(/[^A-Za-z0-9_]/g, '_')}`;
  let name = base;
  for (let copy = 2; place.expressionValues[name] !== undefined; copy += 1) name = `${base}_${copy}`;
  place.expressionValues[name] = toTypedValue(value);
  return name;
}
