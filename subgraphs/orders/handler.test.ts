import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { SubgraphHandler } from '@tributary/subgraph';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askHandler, entities } from '../ask-handler.ts';
import { openTestTable, setEnvironment, type TestTable } from '../open-test-table.ts';
import type { Order, OrderConnection } from './generated/types.ts';
import definition from './subgraph.ts';

let table: TestTable;
let catalog: Server;
let handler: SubgraphHandler;
let restore: () => void;

interface EntitiesEvent {
  readonly arguments: { readonly representations: readonly { readonly id: string }[] };
}

/** The Lambda service with one function: a catalog in which every product costs 10.00, and p-none is unknown. */
function startCatalog(): Server {
  return createServer((request, response) => {
    void json(request).then((event) => {
      const { representations } = (event as EntitiesEvent).arguments;
      const price = { amountMinor: 1000, currency: 'EUR' };
      const products = representations.map(({ id }) =>
        id === 'p-none' ? null : { __typename: 'Product', id, price },
      );
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.url?.includes('/catalog-entities/') ? products : null));
    });
  });
}

beforeAll(async () => {
  table = await openTestTable({ subgraph: 'orders', table: definition.table });
  catalog = startCatalog();
  await new Promise<void>((resolve) => catalog.listen(0, '127.0.0.1', resolve));
  restore = setEnvironment({
    AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${(catalog.address() as AddressInfo).port}`,
    CATALOG_ENTITIES_FUNCTION: 'catalog-entities',
  });
  ({ handler } = await import('./handler.ts'));
});
afterAll(async () => {
  restore();
  catalog.closeAllConnections();
  catalog.close();
  await table.stop();
});

const place = (clientRequestId: string, ...lines: readonly object[]) =>
  askHandler(handler, {
    field: 'Mutation.placeOrder',
    args: { input: { customerId: 'c-0001', clientRequestId, lines } },
  });

it('pages through all orders, newest first', async () => {
  const placedAt: string[] = [];
  let nextToken: string | null | undefined = null;
  do {
    const args = { limit: 300, nextToken };
    const page = (await askHandler(handler, { field: 'Query.orders', args })) as OrderConnection;
    placedAt.push(...page.items.map((order) => order.placedAt));
    nextToken = page.nextToken;
  } while (nextToken);
  expect(placedAt).toHaveLength(1000);
  expect(placedAt).toEqual(placedAt.toSorted().reverse());
});

it('lists the orders of a state and of a customer', async () => {
  const shipped = (await askHandler(handler, {
    field: 'Query.orders',
    args: { status: 'SHIPPED', limit: 20 },
  })) as OrderConnection;
  expect(new Set(shipped.items.map((order) => order.status))).toEqual(new Set(['SHIPPED']));
  const [own, none] = (await askHandler(handler, [
    { field: 'Customer.orders', args: { limit: 3 }, source: { __typename: 'Customer', id: 'c-0001' } },
    { field: 'Customer.orders', args: { limit: 3 }, source: { __typename: 'Customer', id: 'c-new' } },
  ])) as [{ data: Order[] }, { data: Order[] }];
  expect(own.data).toHaveLength(3);
  expect(own.data.every((order) => order.customer.id === 'c-0001')).toBe(true);
  expect(none.data).toEqual([]);
});

it('has totals that are the sum of the lines', async () => {
  const [order] = (await askHandler(handler, entities({ __typename: 'Order', id: 'o-00500' }))) as [Order];
  const sum = order.lines.reduce((total, line) => total + line.quantity * line.unitPrice.amountMinor, 0);
  expect(order.total).toEqual({ amountMinor: sum, currency: 'EUR' });
});

it('places an order once for each client request, also when both come at the same time', async () => {
  const line = { productId: 'p-0001', quantity: 3 };
  const [first, twin] = (await Promise.all([place('r-1', line), place('r-1', line)])) as [Order, Order];
  expect(first).toMatchObject({ status: 'PLACED', customer: { id: 'c-0001' }, total: { amountMinor: 3000 } });
  expect(first.lines).toMatchObject([
    { product: { id: 'p-0001' }, quantity: 3, unitPrice: { amountMinor: 1000 } },
  ]);
  expect(twin.id).toBe(first.id);
  expect(await place('r-1', { productId: 'p-0002', quantity: 1 })).toEqual(first);
  expect(await askHandler(handler, { field: 'Query.order', args: { id: first.id } })).toEqual(first);
});

it('refuses what can not be ordered', async () => {
  expect(await place('r-2', { productId: 'p-none', quantity: 1 })).toMatchObject({
    errorType: 'ProductNotFound',
  });
  expect(await place('r-2', { productId: 'p-0001', quantity: 0 })).toMatchObject({
    errorType: 'InvalidOrder',
  });
});

it('advances step by step and cancels only before shipping', async () => {
  const { id } = (await place('r-3', { productId: 'p-0001', quantity: 1 })) as Order;
  const advance = (to: string) => askHandler(handler, { field: 'Mutation.advanceOrder', args: { id, to } });
  const cancel = () => askHandler(handler, { field: 'Mutation.cancelOrder', args: { id } });
  expect(await advance('SHIPPED')).toMatchObject({
    errorType: 'IllegalTransition',
    errorInfo: { from: 'PLACED', to: 'SHIPPED' },
  });
  expect(await advance('PICKING')).toMatchObject({ id, status: 'PICKING' });
  expect(await advance('SHIPPED')).toMatchObject({ id, status: 'SHIPPED' });
  expect(await cancel()).toMatchObject({ errorType: 'IllegalTransition' });
  expect(await advance('DELIVERED')).toMatchObject({ id, status: 'DELIVERED' });
  const unknown = { field: 'Mutation.cancelOrder', args: { id: 'o-none' } } as const;
  expect(await askHandler(handler, unknown)).toMatchObject({ errorType: 'OrderNotFound' });
});
