import { isRecord } from '../../../model/is-record.ts';
import { LibraryFault } from '../library-fault.ts';

type Row = Record<string, unknown>;

/**
 * The rows of a Data API result: one list for each statement, each row keyed by column label. Null columns are
 * left out; a statement without records gives one empty row.
 * @see AppSync developer guide, "RDS helpers in util.rds"
 */
export function toJsonObject(result: unknown): Row[][] {
  const parsed = typeof result === 'string' ? parse(result) : result;
  const statements = isRecord(parsed) ? parsed['sqlStatementResults'] : undefined;
  if (!Array.isArray(statements))
    throw new LibraryFault('The value is not a result of a relational database.');
  return statements.map(toRows);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new LibraryFault('The value is not a result of a relational database.');
  }
}

function toRows(statement: unknown): Row[] {
  const { records, columnMetadata } = isRecord(statement) ? statement : {};
  if (!Array.isArray(records) || records.length === 0) return [{}];
  const columns = Array.isArray(columnMetadata) ? columnMetadata.map(columnName) : [];
  return records.map((record: unknown) => toRow(Array.isArray(record) ? record : [], columns));
}

function toRow(cells: readonly unknown[], columns: readonly string[]): Row {
  const row: Row = {};
  cells.forEach((cell, index) => {
    const column = columns[index];
    if (column === undefined || !isRecord(cell) || cell['isNull'] === true) return;
    const [value] = Object.values(cell);
    row[column] = value;
  });
  return row;
}

function columnName(metadata: unknown): string {
  if (!isRecord(metadata)) return '';
  const { label, name } = metadata;
  if (typeof label === 'string') return label;
  return typeof name === 'string' ? name : '';
}
