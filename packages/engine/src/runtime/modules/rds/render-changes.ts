/** The texts of `insert`, `update` and `remove`. */
import { LibraryFault } from '../../library/library-fault.ts';
import { isRecord } from '../../../model/is-record.ts';
import { renderCondition } from './render-condition.ts';
import { renderSelect } from './render-select.ts';
import { renderSource } from './render-source.ts';
import type { StatementWriter } from './statement-writer.ts';

type Payload = Readonly<Record<string, unknown>>;

export function renderInsert(writer: StatementWriter, payload: Payload): string {
  const table = renderSource(writer, payload, renderSelect);
  const values = valuesOf(payload);
  const columns = values.map(([column]) => writer.quote(column)).join(', ');
  const variables = values.map(([, value]) => writer.bind(value)).join(', ');
  return `INSERT INTO ${table} (${columns}) VALUES (${variables})${renderReturning(writer, payload)}`;
}

/** The service does not render the `returning` of an update (recorded). */
export function renderUpdate(writer: StatementWriter, payload: Payload): string {
  const table = renderSource(writer, payload, renderSelect);
  const changes = valuesOf(payload).map(
    ([column, value]) => `${writer.quote(column)} = ${writer.bind(value)}`,
  );
  return `UPDATE ${table} SET ${changes.join(', ')}${renderWhere(writer, payload)}`;
}

export function renderRemove(writer: StatementWriter, payload: Payload): string {
  const table = renderSource(writer, payload, renderSelect);
  return `DELETE FROM ${table}${renderWhere(writer, payload)}${renderReturning(writer, payload)}`;
}

function valuesOf({ values }: Payload): [string, unknown][] {
  if (!isRecord(values) || Object.keys(values).length === 0) {
    throw new LibraryFault('The statement has no values.');
  }
  return Object.entries(values);
}

function renderWhere(writer: StatementWriter, { where }: Payload): string {
  const condition = renderCondition(writer, where);
  return condition === '' ? '' : ` WHERE ${condition}`;
}

function renderReturning(writer: StatementWriter, { returning }: Payload): string {
  if (returning === undefined || returning === null) return '';
  if (writer.dialect === 'mysql') throw new LibraryFault('returning is not supported in MySQL.');
  const columns: readonly unknown[] = Array.isArray(returning) ? returning : [returning];
  const texts = columns.map((column) =>
    typeof column === 'string' ? writer.quote(column) : renderSource(writer, { table: column }, renderSelect),
  );
  return ` RETURNING ${texts.join(', ')}`;
}
