/** One write to one item: put, update, delete, or only a condition. Parsed from a request, then applied in memory. */
import dynalite from 'dynalite/db/index.js';
import { applyUpdate } from './apply-update.ts';
import { consumedCapacity } from './consumed-capacity.ts';
import type { AttributeMap } from './contract.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { isRecord } from '../model/is-record.ts';
import { itemCollectionOf } from './item-collection-metrics.ts';
import { itemSizeBytes } from './item-size.ts';
import { conditionalCheckFailed, validationException } from './service-error.ts';
import { checkIndexKeys, primaryKeyOf, type TableDefinition } from './table-definition.ts';
import { writeUsage } from './write-usage.ts';
import { MAX_ITEM_BYTES, validateRequest, type ValidatedRequest } from './validate-request.ts';

export type WriteKind = 'put' | 'update' | 'delete' | 'check';

const operationOf = {
  put: 'PutItem',
  update: 'UpdateItem',
  delete: 'DeleteItem',
  check: 'DeleteItem',
} as const;

export interface WriteAction {
  readonly kind: WriteKind;
  readonly tableName: string;
  /** Put: the item; otherwise: the key. */
  readonly attributes: AttributeMap;
  readonly request: ValidatedRequest;
  /** Put the stored item into the error when the condition fails. */
  readonly returnsItemOnFailure: boolean;
}

export interface AppliedWrite {
  readonly after: AttributeMap | undefined;
  readonly response: Record<string, unknown>;
}

/** @throws DynamoDbServiceError for a request that does not validate */
export function parseWriteAction(kind: WriteKind, input: Readonly<Record<string, unknown>>): WriteAction {
  const onFailure = input.ReturnValuesOnConditionCheckFailure;
  const request = validateRequest(operationOf[kind], input);
  if (onFailure !== undefined && onFailure !== null && onFailure !== 'ALL_OLD' && onFailure !== 'NONE') {
    throw validationException(
      `1 validation error detected: Value '${typeof onFailure === 'string' ? onFailure : JSON.stringify(onFailure)}' at 'returnValuesOnConditionCheckFailure' ` +
        'failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, NONE]',
    );
  }
  if (kind === 'check' && request._condition === undefined)
    throw validationException('The expression can not be empty;');
  return {
    kind,
    tableName: String(request.TableName),
    attributes: (kind === 'put' ? request.Item : request.Key) as AttributeMap,
    request,
    returnsItemOnFailure: onFailure === 'ALL_OLD',
  };
}

/** @throws DynamoDbServiceError when the key or item does not fit the table */
export function keyOfAction({ kind, attributes }: WriteAction, table: TableDefinition): string {
  return primaryKeyOf({ kind: kind === 'put' ? 'item' : 'key', attributes }, table);
}

/**
 * Checks the condition and computes the item after the write. Pure apart from `action.request`, which it uses up.
 * @throws DynamoDbServiceError ConditionalCheckFailedException, ValidationException
 */
export async function applyWrite(
  action: WriteAction,
  table: TableDefinition,
  before: AttributeMap | undefined,
): Promise<AppliedWrite> {
  const { _condition, Expected, ConditionalOperator, ...request } = action.request;
  const holds = isRecord(_condition)
    ? evaluateCondition(_condition.expression, before ?? {})
    : Expected === undefined || dynalite.matchesFilter(before ?? {}, Expected, ConditionalOperator);
  if (!holds) throw conditionalCheckFailed(action.returnsItemOnFailure ? before : undefined);
  const old = before !== undefined && request.ReturnValues === 'ALL_OLD' ? { Attributes: before } : {};
  switch (action.kind) {
    case 'check':
      return { after: before, response: {} };
    case 'delete':
      return {
        after: undefined,
        response: { ...old, ...metrics(action, table, { before, after: undefined }) },
      };
    case 'put': {
      const after = action.attributes;
      checkItem(after, table, 'Item size has exceeded the maximum allowed size');
      return {
        after,
        response: { ...old, ...metrics(action, table, { before, after }) },
      };
    }
    case 'update': {
      const { item, response } = await applyUpdate(request, table, before);
      checkItem(item, table, 'Item size to update has exceeded the maximum allowed size');
      const { ConsumedCapacity: _uncounted, ...shown } = response;
      return { after: item, response: { ...shown, ...metrics(action, table, { before, after: item }) } };
    }
  }
}

/** `ConsumedCapacity` and `ItemCollectionMetrics`, as far as the request asks for them. */
function metrics(
  { request, attributes }: WriteAction,
  table: TableDefinition,
  { before, after }: { before: AttributeMap | undefined; after: AttributeMap | undefined },
): Record<string, unknown> {
  const collection = itemCollectionOf(request, table, attributes);
  return {
    ...consumedCapacity(request, table.TableName, writeUsage(table, before, after)),
    ...(collection === undefined ? {} : { ItemCollectionMetrics: collection }),
  };
}

function checkItem(item: AttributeMap, table: TableDefinition, tooLarge: string): void {
  checkIndexKeys(item, table);
  if (itemSizeBytes(item) > MAX_ITEM_BYTES) throw validationException(tooLarge);
}
