/** Lambda handler of the inventory subgraph. Clock and ids enter here. */
import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { byKeys, checkLimit, createSubgraphHandler, SubgraphError } from '@tributary/subgraph';
import { rankLowStock } from './domain/low-stock.ts';
import { toProductStock } from './domain/product-stock.ts';
import { shippingEstimate } from './domain/shipping-estimate.ts';
import { inboundMovement, type MovementRecord, outboundMovement } from './domain/stock-movement.ts';
import { toStockMovement } from './domain/to-stock-movement.ts';
import type { Resolvers } from './generated/types.ts';
import { openInventoryStore } from './store/inventory-store.ts';

const tableName = process.env['TABLE_NAME'];
if (tableName === undefined) throw new TypeError('TABLE_NAME is not set');

const store = openInventoryStore(DynamoDBDocumentClient.from(new DynamoDBClient({})), tableName);

async function productsWithStock(productIds: readonly string[]) {
  const [warehouses, records] = await Promise.all([store.warehouses(), store.stockOf(productIds)]);
  return records.map((record) => toProductStock(record, warehouses));
}

/** Movements with their products' stock as it is now. */
async function stockMovements(movements: readonly MovementRecord[]) {
  const productIds = [...new Set(movements.map((movement) => movement.productId))];
  const [warehouses, records] = await Promise.all([store.warehouses(), store.stockOf(productIds)]);
  return movements.map((movement) => toStockMovement(movement, { warehouses, records }));
}

async function record(movement: MovementRecord) {
  const { warehouseId, productId } = movement;
  const warehouses = await store.warehouses();
  if (!warehouses.some((warehouse) => warehouse.id === warehouseId)) {
    throw new SubgraphError('WarehouseNotFound', `there is no warehouse ${warehouseId}`);
  }
  await store.record(movement);
  const records = await store.stockOf([productId]);
  return toStockMovement(movement, { warehouses, records });
}

const stamp = () => ({ id: `m-${randomUUID()}`, at: new Date().toISOString() });

const resolvers = {
  Query: {
    warehouses: () => store.warehouses(),
    lowStock: async ({ threshold, limit }) => {
      const [warehouses, candidates] = await Promise.all([
        store.warehouses(),
        store.lowStock(threshold, checkLimit(limit)),
      ]);
      return rankLowStock(candidates, limit).map((ranked) => toProductStock(ranked, warehouses));
    },
    stockMovements: async ({ warehouseId, limit }) =>
      stockMovements(await store.movements(warehouseId, checkLimit(limit))),
  },
  Mutation: {
    receiveStock: (request) => record(inboundMovement(request, stamp())),
    pickStock: (request) => record(outboundMovement(request, stamp())),
  },
  Product: {
    shippingEstimate: ({ country }, { weightGrams }) => shippingEstimate(weightGrams, country),
  },
} satisfies Resolvers;

export const handler = createSubgraphHandler({
  resolvers,
  entities: {
    Product: byKeys({ id: productsWithStock }),
    Warehouse: byKeys({
      id: async (ids) => {
        const warehouses = await store.warehouses();
        return ids.map((id) => warehouses.find((warehouse) => warehouse.id === id) ?? null);
      },
    }),
  },
});
