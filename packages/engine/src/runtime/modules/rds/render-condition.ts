/** `where` and `having`: nested objects to SQL conditions. */
import { LibraryFault } from '../../library/library-fault.ts';
import { isRecord } from '../../../model/is-record.ts';
import { aggregateCall, isAggregateName } from './aggregate.ts';
import { renderTemplate } from './render-template.ts';
import { isSqlStatement } from './sql-statement.ts';
import type { StatementWriter } from './statement-writer.ts';
import { isHintedValue } from './type-hint.ts';

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/**
 * The condition's text; empty when the condition says nothing. Several conditions in one object must all hold.
 * Differs or unconfirmed: the service's brackets are recorded for `and` and `or`; those around the conditions of
 * several columns in one object follow them.
 * @see AppSync developer guide, "JavaScript resolver function reference for Amazon RDS"
 */
export function renderCondition(writer: StatementWriter, condition: unknown): string {
  if (condition === null || condition === undefined) return '';
  if (isSqlStatement(condition)) {
    if (condition.kind === 'sql') return renderTemplate(writer, condition);
    throw new LibraryFault(`A ${condition.kind} statement is not a condition.`);
  }
  if (!isRecord(condition)) throw new LibraryFault('A condition must be an object or a sql template.');
  const parts = Object.entries(condition).flatMap(([name, value]) => renderEntry(writer, name, value));
  return joinParts(parts, 'AND');
}

function renderEntry(writer: StatementWriter, name: string, value: unknown): string[] {
  if (Array.isArray(value)) {
    const parts = value.map((part) => renderCondition(writer, part)).filter((text) => text !== '');
    if (parts.length === 0) return [];
    if (name === 'and' || name === 'or') return [bracketAll(parts, name.toUpperCase())];
    if (name === 'not') return [`NOT (${joinParts(parts, 'AND')})`];
  }
  if (!isRecord(value)) throw new LibraryFault(`The condition for ${name} must be an object.`);
  const column = { path: name, text: writer.quote(name) };
  return Object.entries(value).map(([operator, operand]) =>
    renderOperator(writer, column, { operator, operand }),
  );
}

/** A column, or a function of one, with the path that messages name it by. */
interface Operand {
  readonly path: string;
  readonly text: string;
}

interface Comparison {
  readonly operator: string;
  readonly operand: unknown;
}

function renderOperator(writer: StatementWriter, column: Operand, comparison: Comparison): string {
  const { operator, operand } = comparison;
  const { text } = column;
  const path = `${column.path}.${operator}`;
  if (operand === null || operand === undefined || (isHintedValue(operand) && operand.value == null)) {
    throw new LibraryFault(`Value for ${path} can't be null.`);
  }
  const comparator = COMPARISONS[operator];
  if (comparator !== undefined) return `${text} ${comparator} ${writer.bind(operand)}`;
  if (isAggregateName(operator))
    return nested(writer, { path, text: aggregateCall(operator, text) }, operand);
  switch (operator) {
    case 'contains':
      return `${text} LIKE ${writer.bind(`%${textOf(operand, path)}%`)}`;
    case 'beginsWith':
      return `${text} LIKE ${writer.bind(`${textOf(operand, path)}%`)}`;
    case 'notContains':
      // The service puts no wildcards here (recorded).
      return `${text} NOT LIKE ${writer.bind(operand)}`;
    case 'between': {
      if (!Array.isArray(operand) || operand.length !== 2) {
        throw new LibraryFault(`Value for ${path} must be a list of two values.`);
      }
      return `${text} BETWEEN ${writer.bind(operand[0])} AND ${writer.bind(operand[1])}`;
    }
    case 'attributeExists':
      return `${text} IS ${operand === true ? 'NOT NULL' : 'NULL'}`;
    case 'size':
      return nested(writer, { path, text: `LENGTH (${text})` }, operand);
    default:
      throw new LibraryFault(`The operator ${operator} of ${column.path} is not supported.`);
  }
}

function textOf(operand: unknown, path: string): string {
  if (typeof operand === 'string' || typeof operand === 'number') return String(operand);
  throw new LibraryFault(`Value for ${path} must be a text.`);
}

/** Comparisons of a function's value: `size: { gt: 5 }`. */
function nested(writer: StatementWriter, operand: Operand, comparisons: unknown): string {
  if (!isRecord(comparisons)) throw new LibraryFault(`Value for ${operand.path} must be an object.`);
  const parts = Object.entries(comparisons).map(([operator, value]) =>
    renderOperator(writer, operand, { operator, operand: value }),
  );
  return joinParts(parts, 'AND');
}

function joinParts(parts: readonly string[], conjunction: string): string {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : bracketAll(parts, conjunction);
}

function bracketAll(parts: readonly string[], conjunction: string): string {
  return parts.map((part) => `(${part})`).join(` ${conjunction} `);
}
