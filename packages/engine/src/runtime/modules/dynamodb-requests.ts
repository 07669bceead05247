/** Single-item, query and scan requests of `@aws-appsync/utils/dynamodb`: plain values in, requests out. */
import { isRecord } from '../../model/is-record.ts';
import { LibraryFault } from '../library/library-fault.ts';
import type { DynamoDbExpression } from '../library/transform/filter-expression.ts';
import { toFilterExpression } from '../library/transform/filter-expression.ts';
import { toAttributeMap } from './attribute-value.ts';
import { toProjectionExpression } from './projection-expression.ts';
import { toUpdateExpression } from './update-expression.ts';

export type DynamoDbRequest = Readonly<Record<string, unknown>>;
export type RequestInput = Readonly<Record<string, unknown>>;

/** Inputs that go into a put, update or delete request as they are. */
const VERSION_INPUTS: readonly string[] = ['_version', 'customPartitionKey', 'populateIndexFields'];

export function get(payload: unknown): DynamoDbRequest {
  const input = asInput(payload);
  return {
    operation: 'GetItem',
    key: keyOf(input),
    ...copied(input, ['consistentRead']),
    ...projectionOf(input),
  };
}

export function put(payload: unknown): DynamoDbRequest {
  const input = asInput(payload);
  return {
    operation: 'PutItem',
    key: keyOf(input),
    attributeValues: toAttributeMap(input['item']),
    ...conditionOf(input),
    ...copied(input, VERSION_INPUTS),
  };
}

export function update(payload: unknown): DynamoDbRequest {
  const input = asInput(payload);
  return {
    operation: 'UpdateItem',
    key: keyOf(input),
    update: toUpdateExpression(input['update']),
    ...conditionOf(input),
    ...copied(input, VERSION_INPUTS),
  };
}

export function remove(payload: unknown): DynamoDbRequest {
  const input = asInput(payload);
  return {
    operation: 'DeleteItem',
    key: keyOf(input),
    ...conditionOf(input),
    ...copied(input, VERSION_INPUTS),
  };
}

export function scan(payload?: unknown): DynamoDbRequest {
  const input = asInput(payload ?? {});
  return {
    operation: 'Scan',
    ...copied(input, [...LIST_INPUTS, 'totalSegments', 'segment']),
    ...filterOf(input),
    ...projectionOf(input),
  };
}

export function query(payload: unknown): DynamoDbRequest {
  const input = asInput(payload);
  return {
    operation: 'Query',
    query: usedParts(toFilterExpression(input['query'])),
    ...copied(input, LIST_INPUTS),
    ...filterOf(input),
    ...projectionOf(input),
  };
}

export function sync(payload?: unknown): DynamoDbRequest {
  const input = asInput(payload ?? {});
  return {
    operation: 'Sync',
    ...copied(input, ['basePartitionKey', 'deltaIndexName', 'limit', 'nextToken', 'lastSync']),
    ...filterOf(input),
  };
}

const LIST_INPUTS: readonly string[] = [
  'index',
  'limit',
  'nextToken',
  'consistentRead',
  'select',
  'scanIndexForward',
];

/** @throws LibraryFault when a helper is called without an object */
export function asInput(payload: unknown): RequestInput {
  if (!isRecord(payload)) throw new LibraryFault('The helper needs an object.');
  return payload;
}

export function keyOf(input: RequestInput): DynamoDbRequest {
  if (!isRecord(input['key'])) throw new LibraryFault('The helper needs a "key" object.');
  return toAttributeMap(input['key']);
}

export function conditionOf(input: RequestInput): DynamoDbRequest {
  return isRecord(input['condition']) ? { condition: usedParts(toFilterExpression(input['condition'])) } : {};
}

export function projectionOf(input: RequestInput): DynamoDbRequest {
  const { projection } = input;
  return Array.isArray(projection) && projection.length > 0
    ? { projection: toProjectionExpression(projection) }
    : {};
}

function filterOf(input: RequestInput): DynamoDbRequest {
  const { filter } = input;
  if (!isRecord(filter) || Object.keys(filter).length === 0) return {};
  return { filter: usedParts(toFilterExpression(filter)) };
}

/** DynamoDB refuses an empty map of values, as `attributeExists` alone would leave. */
function usedParts({ expression, expressionNames, expressionValues }: DynamoDbExpression): DynamoDbRequest {
  return {
    expression,
    expressionNames,
    ...(Object.keys(expressionValues).length === 0 ? {} : { expressionValues }),
  };
}

export function copied(input: RequestInput, names: readonly string[]): DynamoDbRequest {
  return Object.fromEntries(
    names.flatMap((name) => (input[name] === undefined || input[name] === null ? [] : [[name, input[name]]])),
  );
}
