/** Expression objects of requests -> parameters of the service's calls. */
import { isRecord } from '../../model/is-record.ts';
import { AttributeFault, toServiceMap } from './attribute-values.ts';

export interface ExpressionParts {
  readonly expression: string;
  readonly names: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * `{ expression, expressionNames?, expressionValues? }`; undefined when the request has none there.
 * @throws AttributeFault
 */
export function readExpression(given: unknown, path: string): ExpressionParts | undefined {
  if (given === undefined || given === null) return undefined;
  const value = parseExpressionText(given);
  if (!isRecord(value) || typeof value['expression'] !== 'string') {
    throw new AttributeFault(`Value for field '$[${path}.expression]' not found.`);
  }
  const names = value['expressionNames'];
  const values = value['expressionValues'];
  return {
    expression: value['expression'],
    names: isRecord(names) ? names : {},
    values: values === undefined || values === null ? {} : toServiceMap(values, `${path}.expressionValues`),
  };
}

/**
 * The guide's page on `util.transform` hands the text that its functions return over as it is.
 * Differs or unconfirmed: whether the service takes it without `JSON.parse`.
 */
export function parseExpressionText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Names and values of several expressions of one call; absent when empty, as the service demands. */
export function mergePlaceholders(
  parts: readonly (ExpressionParts | undefined)[],
): Readonly<Record<string, unknown>> {
  const names = Object.assign({}, ...parts.map((part) => part?.names)) as Record<string, unknown>;
  const values = Object.assign({}, ...parts.map((part) => part?.values)) as Record<string, unknown>;
  return {
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
}

/** Keeps the members that have a value: most parameters of a call may be left out but not be null. */
export function present(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined && value !== null),
  );
}
