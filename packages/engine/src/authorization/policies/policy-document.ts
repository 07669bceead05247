/** An IAM policy document as data, every shorthand written out. */
import { isRecord } from '../../model/is-record.ts';

/** `Action` or `NotAction`, `Resource` or `NotResource`: which texts a statement speaks of. */
export interface PolicyMatcher {
  readonly isNegated: boolean;
  readonly patterns: readonly string[];
}

export interface PolicyCondition {
  /** For example `StringLike`, `ForAnyValue:StringEquals`, `BoolIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export interface PolicyStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly action: PolicyMatcher;
  readonly resource: PolicyMatcher;
  /** All of them have to hold. */
  readonly conditions: readonly PolicyCondition[];
}

/**
 * Statements that are not complete are left out: IAM would refuse the whole document at deployment.
 * @see IAM user guide, "IAM JSON policy element reference"
 */
export function parsePolicyDocument(document: unknown): readonly PolicyStatement[] {
  const statements = isRecord(document) ? toList(document['Statement']) : [];
  return statements.flatMap((statement) => (isRecord(statement) ? toStatement(statement) : []));
}

function toStatement(statement: Readonly<Record<string, unknown>>): readonly PolicyStatement[] {
  const { Effect: effect, Condition: condition } = statement;
  const action = toMatcher(statement['Action'], statement['NotAction']);
  const resource = toMatcher(statement['Resource'], statement['NotResource']);
  if (effect !== 'Allow' && effect !== 'Deny') return [];
  if (action === undefined || resource === undefined) return [];
  return [{ effect, action, resource, conditions: toConditions(condition) }];
}

function toMatcher(plain: unknown, negated: unknown): PolicyMatcher | undefined {
  if (plain !== undefined) return { isNegated: false, patterns: toTexts(plain) };
  return negated === undefined ? undefined : { isNegated: true, patterns: toTexts(negated) };
}

function toConditions(condition: unknown): readonly PolicyCondition[] {
  if (!isRecord(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(isRecord(keys) ? keys : {}).map(([key, values]) => ({
      operator,
      key,
      values: toTexts(values),
    })),
  );
}

function toTexts(value: unknown): readonly string[] {
  return toList(value).map(String);
}

function toList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}
