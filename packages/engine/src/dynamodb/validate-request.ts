/** Request validation with dynalite's tables: types, limits and expressions, in DynamoDB's order and wording. */
import validations from 'dynalite/validations/index.js';
import batchGetItem from 'dynalite/validations/batchGetItem.js';
import batchWriteItem from 'dynalite/validations/batchWriteItem.js';
import createTable from 'dynalite/validations/createTable.js';
import deleteItem from 'dynalite/validations/deleteItem.js';
import deleteTable from 'dynalite/validations/deleteTable.js';
import describeTable from 'dynalite/validations/describeTable.js';
import getItem from 'dynalite/validations/getItem.js';
import listTables from 'dynalite/validations/listTables.js';
import listTagsOfResource from 'dynalite/validations/listTagsOfResource.js';
import putItem from 'dynalite/validations/putItem.js';
import query from 'dynalite/validations/query.js';
import scan from 'dynalite/validations/scan.js';
import tagResource from 'dynalite/validations/tagResource.js';
import untagResource from 'dynalite/validations/untagResource.js';
import updateItem from 'dynalite/validations/updateItem.js';
import updateTable from 'dynalite/validations/updateTable.js';
import { checkRequestLimits } from './request-limits.ts';
import { isServiceError, serviceError, toServiceError } from './service-error.ts';

const tables = {
  BatchGetItem: batchGetItem,
  BatchWriteItem: batchWriteItem,
  CreateTable: createTable,
  DeleteItem: deleteItem,
  DeleteTable: deleteTable,
  DescribeTable: describeTable,
  GetItem: getItem,
  ListTables: listTables,
  ListTagsOfResource: listTagsOfResource,
  PutItem: putItem,
  Query: query,
  Scan: scan,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateItem: updateItem,
  UpdateTable: updateTable,
};

/** An operation with a validation table. */
export type ValidatedOperation = keyof typeof tables;

/** Bytes. @see DynamoDB developer guide, "Quotas": item size 400 KB (checked 2026-11-21) */
export const MAX_ITEM_BYTES = 409_600;

/** What dynalite's validations ask of a store. */
const limits = { options: { maxItemSize: MAX_ITEM_BYTES }, tableDb: { awsAccountId: '000000000000' } };

export type ValidatedRequest = Record<string, unknown>;

/**
 * Checks a request and drops members that the operation does not know.
 * @param input - left untouched
 * @returns a copy with `_condition`, `_updates`, `_keyCondition`, `_filter`, `_projection`: parsed expressions
 * @throws DynamoDbServiceError ValidationException or SerializationException
 */
export function validateRequest(operation: ValidatedOperation, input: unknown): ValidatedRequest {
  const table = tables[operation];
  checkRequestLimits(input);
  try {
    const data = validations.checkTypes(structuredClone(input) as Record<string, unknown>, table.types);
    validations.checkValidations(data, table.types, table.custom, limits);
    return data;
  } catch (error) {
    // dynalite trips over some shapes that no client library can send, such as null members of lists.
    if (!isServiceError(error))
      throw serviceError('SerializationException', 'Unexpected value type in payload');
    throw toServiceError(error);
  }
}
