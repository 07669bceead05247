import { batchDelete, batchGet, batchPut, transactGet, transactWrite } from './dynamodb-batches.ts';
import { get, put, query, remove, scan, sync, update } from './dynamodb-requests.ts';
import { operations } from './update-operations.ts';

/**
 * The exports of `@aws-appsync/utils/dynamodb`.
 * Differs or unconfirmed: `sync` was missing from the service when its output was recorded, though documented.
 * @see AppSync developer guide, "Built-in modules", "Amazon DynamoDB built-in functions"
 */
export const dynamoDbModule = {
  get,
  put,
  update,
  remove,
  query,
  scan,
  sync,
  batchGet,
  batchPut,
  batchDelete,
  transactGet,
  transactWrite,
  operations,
  toStringSet: (list: unknown) => ({ SS: list }),
  toNumberSet: (numbers: unknown) => ({ NS: numbers }),
  toBinarySet: (values: unknown) => ({ BS: values }),
};
