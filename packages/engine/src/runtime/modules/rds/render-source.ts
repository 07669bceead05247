import { LibraryFault } from '../../library/library-fault.ts';
import { isRecord } from '../../../model/is-record.ts';
import { renderTemplate } from './render-template.ts';
import { isSqlStatement } from './sql-statement.ts';
import type { StatementWriter } from './statement-writer.ts';

type Payload = Readonly<Record<string, unknown>>;

/** Renders a query inside another one; given by the caller, since queries contain sources and sources queries. */
export type RenderQuery = (writer: StatementWriter, payload: Payload) => string;

/**
 * What `table` or `from` names: a table, a query, or either under an alias (`{ alias: table }`).
 * Differs or unconfirmed: the text that the service writes for aliases and inner queries is not published.
 */
export function renderSource(writer: StatementWriter, payload: Payload, renderQuery: RenderQuery): string {
  const source = payload['table'] ?? payload['from'];
  if (typeof source === 'string' || isSqlStatement(source)) return renderNamed(writer, source, renderQuery);
  const aliases = isRecord(source) ? Object.entries(source) : [];
  if (aliases.length === 0) throw new LibraryFault('The statement names no table.');
  return aliases
    .map(([alias, named]) => `${renderNamed(writer, named, renderQuery)} AS ${writer.quote(alias)}`)
    .join(', ');
}

function renderNamed(writer: StatementWriter, named: unknown, renderQuery: RenderQuery): string {
  if (!isSqlStatement(named)) return writer.quote(named);
  if (named.kind === 'sql') return `(${renderTemplate(writer, named)})`;
  if (named.kind === 'select') return `(${renderQuery(writer, named.payload)})`;
  throw new LibraryFault(`A ${named.kind} statement can not be read from.`);
}
