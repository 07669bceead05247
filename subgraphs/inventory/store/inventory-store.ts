/** Stock and movements in DynamoDB: reads. The only folder of this subgraph that knows the AWS SDK. */
import { type DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { getItems } from '@tributary/subgraph/dynamodb';
import { needsMoreCandidates, type RankedStock } from '../domain/low-stock.ts';
import { emptyStock, type StockRecord } from '../domain/product-stock.ts';
import type { MovementRecord } from '../domain/stock-movement.ts';
import type { Warehouse } from '../generated/types.ts';
import {
  fromMovementItem,
  fromStockItem,
  fromWarehouseItem,
  MOVEMENT_LISTING,
  STOCK_LISTING,
  stockKey,
  WAREHOUSE_LISTING,
} from './inventory-item.ts';
import { recordMovement } from './record-movement.ts';

export interface InventoryStore {
  /** By id. */
  readonly warehouses: () => Promise<readonly Warehouse[]>;
  /** Aligned with the ids; zeros where nothing is known. */
  readonly stockOf: (productIds: readonly string[]) => Promise<readonly StockRecord[]>;
  /** Candidates with at most `threshold` available: all that can belong to the first `limit`. */
  readonly lowStock: (threshold: number, limit: number) => Promise<readonly RankedStock[]>;
  /** Newest first, of one warehouse or of all. */
  readonly movements: (
    warehouseId: string | null | undefined,
    limit: number,
  ) => Promise<readonly MovementRecord[]>;
  /**
   * Changes the stock and logs the movement, both or neither.
   * @throws SubgraphError `InsufficientStock`
   */
  readonly record: (movement: MovementRecord) => Promise<void>;
}

export function openInventoryStore(client: DynamoDBDocumentClient, tableName: string): InventoryStore {
  const query = (input: Omit<QueryCommandInput, 'TableName'>) =>
    client.send(new QueryCommand({ TableName: tableName, ...input }));
  return {
    warehouses: async () => {
      const { Items: items = [] } = await query({
        IndexName: 'by-listing',
        KeyConditionExpression: 'listing = :listing',
        ExpressionAttributeValues: { ':listing': WAREHOUSE_LISTING },
      });
      return items.map(fromWarehouseItem);
    },
    stockOf: async (productIds) => {
      const items = await getItems(client, tableName, productIds.map(stockKey));
      const records = new Map(items.map(fromStockItem).map(({ record }) => [record.productId, record]));
      return productIds.map((id) => records.get(id) ?? emptyStock(id));
    },
    lowStock: async (threshold, limit) => {
      const read: RankedStock[] = [];
      let startKey: QueryCommandInput['ExclusiveStartKey'];
      do {
        const page = await query({
          IndexName: 'by-available',
          KeyConditionExpression: 'stockListing = :listing AND available <= :threshold',
          ExpressionAttributeValues: { ':listing': STOCK_LISTING, ':threshold': threshold },
          ExclusiveStartKey: startKey,
          // One more than asked for: it tells whether the last count goes on.
          Limit: limit + 1,
        });
        read.push(...(page.Items ?? []).map(fromStockItem));
        startKey = page.LastEvaluatedKey;
      } while (startKey !== undefined && needsMoreCandidates(read, limit));
      return read;
    },
    movements: async (warehouseId, limit) => {
      const partition =
        typeof warehouseId === 'string'
          ? { index: 'by-warehouse', attribute: 'warehouseId', value: warehouseId }
          : { index: 'by-listing', attribute: 'listing', value: MOVEMENT_LISTING };
      const { Items: items = [] } = await query({
        IndexName: partition.index,
        KeyConditionExpression: '#partition = :partition',
        ExpressionAttributeNames: { '#partition': partition.attribute },
        ExpressionAttributeValues: { ':partition': partition.value },
        ScanIndexForward: false,
        Limit: limit,
      });
      return items.map(fromMovementItem);
    },
    record: (movement) => recordMovement(client, tableName, movement),
  };
}
