import { LibraryFault } from '../../library/library-fault.ts';
import { isRecord } from '../../../model/is-record.ts';
import { aggregateCall, isAggregate } from './aggregate.ts';
import { renderCondition } from './render-condition.ts';
import { renderJoins } from './render-joins.ts';
import { renderSource } from './render-source.ts';
import type { StatementWriter } from './statement-writer.ts';

type Payload = Readonly<Record<string, unknown>>;

/**
 * The text of a `select`. Variables are numbered in the order of the text.
 * @see AppSync developer guide, "JavaScript resolver function reference for Amazon RDS", "SQL Select"
 */
export function renderSelect(writer: StatementWriter, payload: Payload): string {
  const columns = renderColumns(writer, payload['columns']);
  const source = renderSource(writer, payload, renderSelect);
  const joins = renderJoins(writer, payload, renderSelect);
  const where = renderCondition(writer, payload['where']);
  const groups = listOf(payload['groupBy']).map((group) =>
    typeof group === 'number' ? String(group) : writer.quote(group),
  );
  const having = renderCondition(writer, payload['having']);
  const order = listOf(payload['orderBy']).map((entry) => renderOrder(writer, entry));
  const { limit, offset } = payload;
  return [
    `SELECT ${columns} FROM ${source}`,
    ...joins,
    ...(where === '' ? [] : [`WHERE ${where}`]),
    ...(groups.length === 0 ? [] : [`GROUP BY ${groups.join(', ')}`]),
    ...(having === '' ? [] : [`HAVING ${having}`]),
    ...(order.length === 0 ? [] : [`ORDER BY ${order.join(', ')}`]),
    ...(limit === undefined || limit === null ? [] : [`LIMIT ${writer.bind(limit)}`]),
    ...(offset === undefined || offset === null ? [] : [`OFFSET ${writer.bind(offset)}`]),
  ].join(' ');
}

function renderColumns(writer: StatementWriter, columns: unknown): string {
  if (columns === undefined || columns === null || columns === '*') return '*';
  const list = listOf(columns);
  if (list.length === 0) return '*';
  return list.map((column) => renderColumn(writer, column)).join(', ');
}

function renderColumn(writer: StatementWriter, column: unknown): string {
  if (isAggregate(column)) return aggregateCall(column.name, writer.quote(column.column));
  return typeof column === 'string'
    ? writer.quote(column)
    : renderSource(writer, { table: column }, renderSelect);
}

function renderOrder(writer: StatementWriter, entry: unknown): string {
  if (!isRecord(entry)) throw new LibraryFault('An entry of orderBy must be an object.');
  const { dir } = entry;
  const direction = typeof dir === 'string' ? dir.toUpperCase() : 'ASC';
  if (direction !== 'ASC' && direction !== 'DESC') {
    throw new LibraryFault(`The direction of orderBy must be ASC or DESC, not ${direction}.`);
  }
  return `${writer.quote(entry['column'])} ${direction}`;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
