import { isRecord } from '../../model/is-record.ts';
import type { TypedValue } from '../library/dynamodb/typed-value.ts';
import { LibraryFault } from '../library/library-fault.ts';
import { toAttributeValue } from './attribute-value.ts';
import { isUpdateOperation } from './update-operations.ts';

export interface UpdateExpression {
  readonly expression: string;
  readonly expressionNames: Readonly<Record<string, string>>;
  readonly expressionValues?: Readonly<Record<string, TypedValue>>;
}

/**
 * The `update` of an UpdateItem request: plain values are set, marked ones do what their operation says, maps
 * address nested attributes. Placeholders are `#expName_1` and `:expValue_1`, counted in order of use.
 *
 * Differs or unconfirmed: the service's text for one attribute is recorded; for several, for REMOVE and for
 * nested attributes it is not. Here SET clauses come first, joined by commas, then REMOVE.
 */
export function toUpdateExpression(update: unknown): UpdateExpression {
  const builder: ExpressionBuilder = { names: {}, values: {}, sets: [], removals: [] };
  addMap(update, '', builder);
  const { sets, removals, names, values } = builder;
  if (sets.length + removals.length === 0)
    throw new LibraryFault('The update object has no attributes to update.');
  const clauses = [
    ...(sets.length === 0 ? [] : [`SET ${sets.join(', ')}`]),
    ...(removals.length === 0 ? [] : [`REMOVE ${removals.join(', ')}`]),
  ];
  return {
    expression: clauses.join(' '),
    expressionNames: names,
    ...(sets.length === 0 ? {} : { expressionValues: values }),
  };
}

interface ExpressionBuilder {
  readonly names: Record<string, string>;
  readonly values: Record<string, TypedValue>;
  readonly sets: string[];
  readonly removals: string[];
}

function addMap(update: unknown, prefix: string, builder: ExpressionBuilder): void {
  if (!isRecord(update)) throw new LibraryFault('The update must be an object.');
  for (const [attribute, value] of Object.entries(update)) {
    if (value !== undefined) addAttribute(prefix + bindName(attribute, builder), value, builder);
  }
}

function addAttribute(path: string, value: unknown, builder: ExpressionBuilder): void {
  const { sets, removals } = builder;
  if (!isUpdateOperation(value)) {
    addPlainValue(path, value, builder);
    return;
  }
  switch (value.type) {
    case 'OPERATION_ADD':
    case 'OPERATION_REPLACE':
      sets.push(`${path} = ${bindValue(value.value, builder)}`);
      return;
    case 'OPERATION_REMOVE':
      removals.push(path);
      return;
    case 'OPERATION_INCREMENT':
      sets.push(`${path} = ${path} + ${bindValue(value.by, builder)}`);
      return;
    case 'OPERATION_DECREMENT':
      sets.push(`${path} = ${path} - ${bindValue(value.by, builder)}`);
      return;
    case 'OPERATION_APPEND':
      sets.push(`${path} = list_append(${path}, ${bindValue(value.items, builder)})`);
      return;
    case 'OPERATION_PREPEND':
      sets.push(`${path} = list_append(${bindValue(value.items, builder)}, ${path})`);
      return;
    case 'OPERATION_UPDATE_LIST_ITEM':
      sets.push(`${path}[${value.index}] = ${bindValue(value.value, builder)}`);
      return;
  }
}

/** Maps address their attributes one by one; lists of `updateListItem` marks address their elements. */
function addPlainValue(path: string, value: unknown, builder: ExpressionBuilder): void {
  if (Array.isArray(value) && value.length > 0 && value.every(isUpdateOperation)) {
    for (const operation of value) addAttribute(path, operation, builder);
    return;
  }
  const typed = toAttributeValue(value);
  if (isRecord(value) && 'M' in typed && Object.keys(value).length > 0) addMap(value, `${path}.`, builder);
  else builder.sets.push(`${path} = ${bindValue(value, builder)}`);
}

/** One placeholder for each different name. */
function bindName(attribute: string, { names }: ExpressionBuilder): string {
  const known = Object.entries(names).find(([, name]) => name === attribute);
  if (known !== undefined) return known[0];
  const placeholder = `#expName_${Object.keys(names).length + 1}`;
  names[placeholder] = attribute;
  return placeholder;
}

function bindValue(value: unknown, { values }: ExpressionBuilder): string {
  const placeholder = `:expValue_${Object.keys(values).length + 1}`;
  values[placeholder] = toAttributeValue(value);
  return placeholder;
}
