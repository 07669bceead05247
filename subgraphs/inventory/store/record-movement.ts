/** Writes a movement and the stock that it changes, in one transaction. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { SubgraphError } from '@tributary/subgraph';
import { refusedItem, writeTransaction } from '@tributary/subgraph/dynamodb';
import type { MovementRecord } from '../domain/stock-movement.ts';
import { fromStockItem, onHandAttribute, STOCK_LISTING, stockKey, toMovementItem } from './inventory-item.ts';

/** @throws SubgraphError `InsufficientStock` when the warehouse holds too few pieces */
export async function recordMovement(
  client: DynamoDBDocumentClient,
  tableName: string,
  movement: MovementRecord,
): Promise<void> {
  const table = { TableName: tableName };
  try {
    await writeTransaction(client, [
      { Update: { ...table, ...stockUpdate(movement), ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
      { Put: { ...table, Item: toMovementItem(movement), ConditionExpression: 'attribute_not_exists(pk)' } },
    ]);
  } catch (error) {
    throw toDomainError(error, movement);
  }
}

/** `available` follows `onHand` in the same update, so the index by it can not drift. */
function stockUpdate({ productId, warehouseId, delta }: MovementRecord) {
  const isOutbound = delta < 0;
  return {
    Key: stockKey(productId),
    UpdateExpression:
      'ADD #onHand :delta, available :delta SET productId = :product, stockListing = :listing',
    ExpressionAttributeNames: { '#onHand': onHandAttribute(warehouseId) },
    ExpressionAttributeValues: {
      ':delta': delta,
      ':product': productId,
      ':listing': STOCK_LISTING,
      ...(isOutbound ? { ':needed': -delta } : {}),
    },
    ...(isOutbound ? { ConditionExpression: '#onHand >= :needed' } : {}),
  };
}

function toDomainError(error: unknown, movement: MovementRecord): unknown {
  const refused = refusedItem(error);
  if (refused?.position !== 0) return error;
  const { productId, warehouseId } = movement;
  const onHand =
    refused.item === undefined ? 0 : (fromStockItem(refused.item).record.onHand[warehouseId] ?? 0);
  const requested = -movement.delta;
  const message = `${warehouseId} holds ${onHand} of ${productId}, ${requested} were asked for`;
  return new SubgraphError('InsufficientStock', message, { productId, warehouseId, requested, onHand });
}
