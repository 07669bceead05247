import { toJsonObject } from '../library/rds/to-json-object.ts';
import { agg } from './rds/aggregate.ts';
import { statementCreator } from './rds/create-statement.ts';
import { insert, remove, select, sql, update } from './rds/sql-statement.ts';
import { typeHint } from './rds/type-hint.ts';

/**
 * The exports of `@aws-appsync/utils/rds`.
 * @see AppSync developer guide, "Built-in modules", "Amazon RDS module functions"
 */
export const rdsModule = {
  select,
  insert,
  update,
  remove,
  sql,
  createPgStatement: statementCreator('postgresql'),
  createMySQLStatement: statementCreator('mysql'),
  toJsonObject,
  typeHint,
  agg,
};
