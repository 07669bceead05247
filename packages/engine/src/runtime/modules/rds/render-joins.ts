import { LibraryFault } from '../../library/library-fault.ts';
import { isRecord } from '../../../model/is-record.ts';
import type { RenderQuery } from './render-source.ts';
import { renderSource } from './render-source.ts';
import { renderTemplate } from './render-template.ts';
import { isSqlStatement } from './sql-statement.ts';
import type { StatementWriter } from './statement-writer.ts';

const JOINS: Readonly<Record<string, string>> = {
  join: 'JOIN',
  innerJoin: 'INNER JOIN',
  leftJoin: 'LEFT JOIN',
  leftOuterJoin: 'LEFT OUTER JOIN',
  rightJoin: 'RIGHT JOIN',
  rightOuterJoin: 'RIGHT OUTER JOIN',
  fullOuterJoin: 'FULL OUTER JOIN',
  crossJoin: 'CROSS JOIN',
  joinNatural: 'NATURAL JOIN',
  innerJoinNatural: 'NATURAL INNER JOIN',
  leftJoinNatural: 'NATURAL LEFT JOIN',
  leftOuterJoinNatural: 'NATURAL LEFT OUTER JOIN',
  rightJoinNatural: 'NATURAL RIGHT JOIN',
  rightOuterJoinNatural: 'NATURAL RIGHT OUTER JOIN',
  fullOuterJoinNatural: 'NATURAL FULL OUTER JOIN',
};

type Payload = Readonly<Record<string, unknown>>;

/**
 * The joins of a `select`, in the order in which the payload names them.
 * Differs or unconfirmed: the service's text is not published; joins are in the declarations only. It is not said
 * whether strings in an `on` object are columns or values, so an `on` must be a sql template here.
 */
export function renderJoins(writer: StatementWriter, payload: Payload, renderQuery: RenderQuery): string[] {
  return Object.entries(payload).flatMap(([name, joins]) => {
    const keyword = JOINS[name];
    if (keyword === undefined || !Array.isArray(joins)) return [];
    return joins.map((join: unknown) => {
      if (!isRecord(join)) throw new LibraryFault(`An entry of ${name} must be an object.`);
      return `${keyword} ${renderSource(writer, join, renderQuery)}${renderMatch(writer, join)}`;
    });
  });
}

function renderMatch(writer: StatementWriter, { on, using }: Payload): string {
  if (Array.isArray(using)) return ` USING (${using.map((column) => writer.quote(column)).join(', ')})`;
  if (on === undefined || on === null) return '';
  if (isSqlStatement(on) && on.kind === 'sql') return ` ON ${renderTemplate(writer, on)}`;
  throw new LibraryFault('The engine reads the on of a join from a sql template only.');
}
