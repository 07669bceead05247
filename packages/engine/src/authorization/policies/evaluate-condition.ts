import { CONDITION_OPERATORS, type ConditionOperator } from './condition-operators.ts';
import type { PolicyContext } from './match-pattern.ts';
import type { PolicyCondition } from './policy-document.ts';

export type ConditionOutcome = 'holds' | 'fails' | 'unknown-operator';

const NAME = /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/;

/** @see IAM user guide, "Conditions with multiple context keys or values" and "...IfExists condition operators" */
export function evaluateCondition(condition: PolicyCondition, context: PolicyContext): ConditionOutcome {
  const [, quantifier, name = '', ifExists] = NAME.exec(condition.operator) ?? [];
  const actual = context[condition.key.toLowerCase()] ?? [];
  if (name === 'Null')
    return toOutcome(condition.values.some((value) => isNull(value) === (actual.length === 0)));
  const operator = CONDITION_OPERATORS.get(name);
  if (operator === undefined) return 'unknown-operator';
  if (actual.length === 0 && ifExists !== undefined) return 'holds';
  const test = (value: string): boolean => matches(operator, condition, { value, context });
  switch (quantifier) {
    case 'ForAllValues':
      return toOutcome(actual.every(test));
    case 'ForAnyValue':
      return toOutcome(actual.some(test));
    default:
      return toOutcome(actual.length === 0 ? operator.isNegated : actual.some(test));
  }
}

function matches(
  operator: ConditionOperator,
  { values }: PolicyCondition,
  { value, context }: { readonly value: string; readonly context: PolicyContext },
): boolean {
  const isAmong = values.some((expected) => operator.matches(expected, value, context));
  return operator.isNegated ? !isAmong : isAmong;
}

/** `Null: { key: true }` demands that the key is absent. */
function isNull(value: string): boolean {
  return value.toLowerCase() === 'true';
}

function toOutcome(holds: boolean): ConditionOutcome {
  return holds ? 'holds' : 'fails';
}
