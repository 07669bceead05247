/** One entry of `filters`: field name, operator and a value of the kind that the operator takes. */
import { isRecord } from '../../model/is-record.ts';
import { MAX_CONTAINS_ANY_VALUES, MAX_FILTER_STRING_CHARS, MAX_IN_VALUES } from './limits.ts';
import type { FilterCondition, FilterScalar } from './subscription-filter.ts';

export type ParsedCondition =
  | { readonly ok: true; readonly condition: FilterCondition }
  | { readonly ok: false; readonly message: string };

/** @returns a message with the field and operator for a value that the operator does not take */
export function parseCondition(input: unknown): ParsedCondition {
  if (!isRecord(input) || typeof input.fieldName !== 'string' || input.fieldName === '') {
    return fault('A subscription filter has no fieldName.');
  }
  const { fieldName, operator, value } = input;
  const fieldPath = fieldName.split('.');
  const expected = (what: string): ParsedCondition =>
    fault(`The subscription filter "${fieldName} ${String(operator)}" expects ${what}.`);
  switch (operator) {
    case 'eq':
    case 'ne':
      return isScalar(value)
        ? good({ fieldPath, operator, value })
        : expected('a number, a boolean or a string of at most 256 characters');
    case 'le':
    case 'lt':
    case 'ge':
    case 'gt':
    case 'contains':
    case 'notContains':
      return isOrdered(value)
        ? good({ fieldPath, operator, value })
        : expected('a number or a string of at most 256 characters');
    case 'beginsWith':
      return typeof value === 'string' && isOrdered(value)
        ? good({ fieldPath, operator, value })
        : expected('a string of at most 256 characters');
    case 'in':
    case 'notIn':
    case 'containsAny': {
      const maxValues = operator === 'containsAny' ? MAX_CONTAINS_ANY_VALUES : MAX_IN_VALUES;
      return isOrderedList(value) && value.length > 0 && value.length <= maxValues
        ? good({ fieldPath, operator, values: value })
        : expected(`a list of 1 to ${maxValues} numbers or strings`);
    }
    case 'between': {
      const [low, high] = isOrderedList(value) && value.length === 2 ? value : [];
      return low !== undefined && typeof low === typeof high && high !== undefined
        ? good({ fieldPath, operator, low, high })
        : expected('a list of two numbers or two strings');
    }
    default:
      return fault(`The subscription filter on "${fieldName}" has an unknown operator: ${String(operator)}.`);
  }
}

function good(condition: FilterCondition): ParsedCondition {
  return { ok: true, condition };
}

function fault(message: string): ParsedCondition {
  return { ok: false, message };
}

function isOrdered(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value.length <= MAX_FILTER_STRING_CHARS);
}

function isScalar(value: unknown): value is FilterScalar {
  return typeof value === 'boolean' || isOrdered(value);
}

function isOrderedList(value: unknown): value is readonly (string | number)[] {
  return Array.isArray(value) && value.every(isOrdered);
}
