/** The calls of a DynamoDB data source under its service role. */
import type { DynamoDb, DynamoDbServiceError } from '../../dynamodb/contract.ts';
import { isRecord } from '../../model/is-record.ts';
import type { ServiceRole } from './service-role.ts';

/** DynamoDB's answer to a call that the caller's policies do not allow. */
class AccessDeniedError extends Error implements DynamoDbServiceError {
  override readonly name = 'AccessDeniedException';
  readonly statusCode = 400;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(message: string) {
    super(message);
    this.body = { __type: 'com.amazon.coral.service#AccessDeniedException', message };
  }
}

export interface JudgedTables {
  /** undefined: everything is allowed. */
  readonly role: ServiceRole | undefined;
  readonly tableArn: (tableName: string) => string;
}

export function judgeDynamoDb(
  dynamodb: Pick<DynamoDb, 'call'>,
  { role, tableArn }: JudgedTables,
): Pick<DynamoDb, 'call'> {
  if (role === undefined) return dynamodb;
  return {
    call(operation, input) {
      for (const { action, tableName, indexName } of permissionsOf(operation, input)) {
        const index = indexName === undefined ? '' : `/index/${indexName}`;
        const refusal = role.refusal(`dynamodb:${action}`, tableArn(tableName) + index);
        if (refusal !== undefined) return Promise.reject(new AccessDeniedError(refusal));
      }
      return dynamodb.call(operation, input);
    },
  };
}

interface Permission {
  readonly action: string;
  readonly tableName: string;
  readonly indexName: string | undefined;
}

/** Members of a transaction's items, and the permissions that they need besides. */
const TRANSACTION_ACTIONS: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

/** @see DynamoDB developer guide, "DynamoDB API permissions: Actions, resources, and conditions reference" */
function permissionsOf(operation: string, input: Readonly<Record<string, unknown>>): readonly Permission[] {
  const { TableName: tableName, IndexName: index, RequestItems: tables, TransactItems: items } = input;
  if (Array.isArray(items)) return items.flatMap(transactionPermissions);
  if (isRecord(tables)) {
    return Object.keys(tables).map((name) => ({ action: operation, tableName: name, indexName: undefined }));
  }
  if (typeof tableName !== 'string') return [];
  return [{ action: operation, tableName, indexName: typeof index === 'string' ? index : undefined }];
}

function transactionPermissions(item: unknown): readonly Permission[] {
  return Object.entries(isRecord(item) ? item : {}).flatMap(([member, part]) => {
    const action = TRANSACTION_ACTIONS[member];
    const tableName = isRecord(part) ? part['TableName'] : undefined;
    return action === undefined || typeof tableName !== 'string'
      ? []
      : [{ action, tableName, indexName: undefined }];
  });
}
