/** Statements before they are rendered: what the builder functions return and the `create…Statement` functions take. */
import { isRecord } from '../../../model/is-record.ts';

const STATEMENT = Symbol('sqlStatement');

type Payload = Readonly<Record<string, unknown>>;

export type BuilderKind = 'select' | 'insert' | 'update' | 'remove';

export interface SqlTemplate {
  readonly [STATEMENT]: true;
  readonly kind: 'sql';
  /** The text around the values: one more than there are values. */
  readonly texts: readonly string[];
  readonly values: readonly unknown[];
}

export interface BuiltStatement {
  readonly [STATEMENT]: true;
  readonly kind: BuilderKind;
  readonly payload: Payload;
}

export type SqlStatement = SqlTemplate | BuiltStatement;

/** The tag `sql`: every expression in the template becomes a variable. */
export function sql(texts: readonly string[], ...values: unknown[]): SqlTemplate {
  return { [STATEMENT]: true, kind: 'sql', texts: [...texts], values };
}

function builder(kind: BuilderKind): (payload: unknown) => BuiltStatement {
  return (payload) => ({ [STATEMENT]: true, kind, payload: isRecord(payload) ? payload : {} });
}

export const select = builder('select');
export const insert = builder('insert');
export const update = builder('update');
export const remove = builder('remove');

export function isSqlStatement(value: unknown): value is SqlStatement {
  return isRecord(value) && STATEMENT in value;
}
