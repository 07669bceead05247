/** Lambda handler of the orders subgraph. Clock and ids enter here. */
import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { byKeys, checkLimit, createSubgraphHandler } from '@tributary/subgraph';
import { advanceTo, cancellation } from './domain/order-transition.ts';
import { checkOrderInput, newOrder } from './domain/place-order.ts';
import type { Resolvers } from './generated/types.ts';
import { catalogPriceList } from './store/catalog-price-list.ts';
import { openOrderStore } from './store/order-store.ts';

const { TABLE_NAME: tableName, CATALOG_ENTITIES_FUNCTION: catalogFunction } = process.env;
if (tableName === undefined) throw new TypeError('TABLE_NAME is not set');
if (catalogFunction === undefined) throw new TypeError('CATALOG_ENTITIES_FUNCTION is not set');

const store = openOrderStore(DynamoDBDocumentClient.from(new DynamoDBClient({})), tableName);
const priceList = catalogPriceList(new LambdaClient({}), catalogFunction);

const now = () => new Date().toISOString();

const resolvers = {
  Query: {
    order: async ({ id }) => (await store.byIds([id]))[0] ?? null,
    orders: ({ status, limit, nextToken = null }) => {
      const request = { limit: checkLimit(limit), nextToken };
      return store.page(status ? { kind: 'status', status } : { kind: 'all' }, request);
    },
  },
  Mutation: {
    placeOrder: async ({ input }) => {
      checkOrderInput(input);
      const placed = await store.byRequest(input.clientRequestId);
      if (placed !== null) return placed;
      const prices = await priceList.pricesOf(input.lines.map((line) => line.productId));
      const order = newOrder(input, prices, { id: `o-${randomUUID()}`, at: now() });
      return store.add(order, input.clientRequestId);
    },
    advanceOrder: ({ id, to }) => store.transit(id, advanceTo(to), now()),
    cancelOrder: ({ id }) => store.transit(id, cancellation, now()),
  },
  Customer: {
    orders: async ({ limit }, { id }) => {
      const page = await store.page({ kind: 'customer', customerId: id }, { limit: checkLimit(limit) });
      return page.items;
    },
  },
} satisfies Resolvers;

export const handler = createSubgraphHandler({
  resolvers,
  entities: {
    Order: byKeys({ id: store.byIds }),
    // Orders has of a customer only what takes arguments, and any id may have ordered nothing yet.
    Customer: byKeys({ id: (ids) => ids.map((id) => ({ id })) }),
  },
});
