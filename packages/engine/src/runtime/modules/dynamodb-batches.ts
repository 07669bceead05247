/** Batch and transaction requests of `@aws-appsync/utils/dynamodb`. */
import { isRecord } from '../../model/is-record.ts';
import { LibraryFault } from '../library/library-fault.ts';
import { toAttributeMap } from './attribute-value.ts';
import type { DynamoDbRequest, RequestInput } from './dynamodb-requests.ts';
import { asInput, conditionOf, copied, keyOf, projectionOf } from './dynamodb-requests.ts';
import { toUpdateExpression } from './update-expression.ts';

export function batchGet(payload: unknown): DynamoDbRequest {
  return {
    operation: 'BatchGetItem',
    tables: mapTables(payload, (table) => {
      const input = asInput(table);
      return {
        keys: asList(input['keys'], 'keys').map(toAttributeMap),
        ...copied(input, ['consistentRead']),
        ...projectionOf(input),
      };
    }),
  };
}

export function batchPut(payload: unknown): DynamoDbRequest {
  return {
    operation: 'BatchPutItem',
    tables: mapTables(payload, (items) => asList(items, 'items').map(toAttributeMap)),
  };
}

export function batchDelete(payload: unknown): DynamoDbRequest {
  return {
    operation: 'BatchDeleteItem',
    tables: mapTables(payload, (keys) => asList(keys, 'keys').map(toAttributeMap)),
  };
}

export function transactGet(payload: unknown): DynamoDbRequest {
  return {
    operation: 'TransactGetItems',
    transactItems: asList(asInput(payload)['items'], 'items').map((item) => {
      const input = asInput(item);
      return { table: input['table'], key: keyOf(input), ...projectionOf(input) };
    }),
  };
}

export function transactWrite(payload: unknown): DynamoDbRequest {
  return {
    operation: 'TransactWriteItems',
    transactItems: asList(asInput(payload)['items'], 'items').map((item) => toWriteItem(asInput(item))),
  };
}

function toWriteItem({ putItem, updateItem, deleteItem, conditionCheck }: RequestInput): DynamoDbRequest {
  if (isRecord(putItem)) {
    return {
      ...writeTarget('PutItem', putItem),
      attributeValues: toAttributeMap(putItem['item']),
      ...conditionOf(putItem),
    };
  }
  if (isRecord(updateItem)) {
    return {
      ...writeTarget('UpdateItem', updateItem),
      update: toUpdateExpression(updateItem['update']),
      ...conditionOf(updateItem),
    };
  }
  if (isRecord(deleteItem)) return { ...writeTarget('DeleteItem', deleteItem), ...conditionOf(deleteItem) };
  if (isRecord(conditionCheck)) {
    return { ...writeTarget('ConditionCheck', conditionCheck), ...conditionOf(conditionCheck) };
  }
  throw new LibraryFault('A transaction item needs putItem, updateItem, deleteItem or conditionCheck.');
}

function writeTarget(operation: string, input: RequestInput): DynamoDbRequest {
  return { table: input['table'], operation, key: keyOf(input) };
}

function mapTables(payload: unknown, convert: (table: unknown) => unknown): DynamoDbRequest {
  const tables = asInput(asInput(payload)['tables']);
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, convert(table)]));
}

function asList(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new LibraryFault(`The helper needs a list of ${name}.`);
  return value as readonly unknown[];
}
