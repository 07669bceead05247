import { LibraryFault } from '../../library/library-fault.ts';
import { renderInsert, renderRemove, renderUpdate } from './render-changes.ts';
import { renderSelect } from './render-select.ts';
import { renderTemplate } from './render-template.ts';
import { isSqlStatement } from './sql-statement.ts';
import type { Dialect, StatementWriter } from './statement-writer.ts';
import { createStatementWriter } from './statement-writer.ts';

/** The request to a relational data source. AppSync developer guide, "JavaScript resolver function reference for Amazon RDS". */
export interface RdsRequest {
  readonly statements: readonly string[];
  /** Values by variable, e.g. `:P0`. */
  readonly variableMap: Readonly<Record<string, unknown>>;
  readonly variableTypeHintMap: Readonly<Record<string, string>>;
}

/** Builds `createPgStatement` or `createMySQLStatement`: one statement or two, which share their variables. */
export function statementCreator(dialect: Dialect) {
  return (first: unknown, second?: unknown): RdsRequest => {
    const writer = createStatementWriter(dialect);
    const given = second === undefined || second === null ? [first] : [first, second];
    const statements = given.map((statement) => render(writer, statement));
    const { variableMap, variableTypeHintMap } = writer;
    return { statements, variableMap, variableTypeHintMap };
  };
}

function render(writer: StatementWriter, statement: unknown): string {
  if (typeof statement === 'string') return statement;
  if (!isSqlStatement(statement)) throw new LibraryFault('The value is not a SQL statement.');
  switch (statement.kind) {
    case 'sql':
      return renderTemplate(writer, statement);
    case 'select':
      return renderSelect(writer, statement.payload);
    case 'insert':
      return renderInsert(writer, statement.payload);
    case 'update':
      return renderUpdate(writer, statement.payload);
    case 'remove':
      return renderRemove(writer, statement.payload);
  }
}
