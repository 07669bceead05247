import type { SubgraphHandler } from '@tributary/subgraph';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askHandler, entities } from '../ask-handler.ts';
import { openTestTable, type TestTable } from '../open-test-table.ts';
import type { Product, StockMovement } from './generated/types.ts';
import definition from './subgraph.ts';

let table: TestTable;
let handler: SubgraphHandler;

beforeAll(async () => {
  table = await openTestTable({ subgraph: 'inventory', table: definition.table });
  ({ handler } = await import('./handler.ts'));
});
afterAll(() => table.stop());

async function stockOf(id: string): Promise<Product> {
  const [product] = (await askHandler(handler, entities({ __typename: 'Product', id }))) as [Product];
  return product;
}

it('answers stock, and zeros for products that never came in', async () => {
  const product = await stockOf('p-0001');
  expect(product.stockByWarehouse).toHaveLength(3);
  const onHand = product.stockByWarehouse.reduce((sum, stock) => sum + stock.onHand, 0);
  expect(product.stock).toEqual({ onHand, reserved: 0, available: onHand });
  expect(await stockOf('p-none')).toEqual({
    __typename: 'Product',
    id: 'p-none',
    stock: { onHand: 0, reserved: 0, available: 0 },
    stockByWarehouse: [],
  });
});

it('estimates shipping from the weight that the catalog supplies', async () => {
  const question = (weightGrams: number | null) =>
    ({
      field: 'Product.shippingEstimate',
      args: { country: 'DE' },
      source: { id: 'p-0001', weightGrams },
    }) as const;
  expect(await askHandler(handler, [question(1500), question(null)])).toEqual([
    { data: { amountMinor: 510, currency: 'EUR' } },
    { data: null },
  ]);
});

it('receives and picks, and never goes below zero', async () => {
  const move = (field: `Mutation.${string}`, quantity: number) =>
    askHandler(handler, { field, args: { productId: 'p-new', warehouseId: 'w-munich', quantity } });
  expect(await move('Mutation.receiveStock', 5)).toMatchObject({
    delta: 5,
    reason: 'INBOUND',
    warehouse: { id: 'w-munich', city: 'Munich' },
    product: { id: 'p-new', stock: { onHand: 5, available: 5 } },
  });
  expect(await move('Mutation.pickStock', 6)).toMatchObject({
    data: null,
    errorType: 'InsufficientStock',
    errorInfo: { requested: 6, onHand: 5 },
  });
  expect(await move('Mutation.pickStock', 5)).toMatchObject({
    delta: -5,
    product: { stock: { available: 0 } },
  });
  expect(await move('Mutation.pickStock', 1)).toMatchObject({ errorType: 'InsufficientStock' });
  expect((await stockOf('p-new')).stockByWarehouse).toMatchObject([{ onHand: 0 }]);
});

it('refuses picks of many at once beyond what is there', async () => {
  const args = { productId: 'p-rush', warehouseId: 'w-leipzig', quantity: 1 };
  await askHandler(handler, { field: 'Mutation.receiveStock', args: { ...args, quantity: 4 } });
  const pick = { field: 'Mutation.pickStock', args } as const;
  const answers = await Promise.all(Array.from({ length: 10 }, () => askHandler(handler, pick)));
  const refused = answers.filter((answer) => 'errorType' in (answer as object));
  expect(refused).toHaveLength(6);
  expect((await stockOf('p-rush')).stock).toEqual({ onHand: 0, reserved: 0, available: 0 });
});

it('refuses unknown warehouses', async () => {
  const args = { productId: 'p-0001', warehouseId: 'w-moon', quantity: 1 };
  expect(await askHandler(handler, { field: 'Mutation.receiveStock', args })).toMatchObject({
    errorType: 'WarehouseNotFound',
  });
});

it('lists what is short by pieces, then by id', async () => {
  const ask = async (limit: number) =>
    (await askHandler(handler, { field: 'Query.lowStock', args: { threshold: 10, limit } })) as Product[];
  const all = await ask(1000);
  expect(all.length).toBeGreaterThan(20);
  expect(all.every((product) => product.stock.available <= 10)).toBe(true);
  const ranks = all.map((product) => `${String(product.stock.available).padStart(3, '0')} ${product.id}`);
  expect(ranks).toEqual(ranks.toSorted());
  for (const limit of [1, 7, 20]) expect(await ask(limit)).toEqual(all.slice(0, limit));
});

it('lists movements newest first, of one warehouse or of all', async () => {
  const ask = async (warehouseId: string | null) =>
    (await askHandler(handler, {
      field: 'Query.stockMovements',
      args: { warehouseId, limit: 50 },
    })) as StockMovement[];
  const [all, munich] = [await ask(null), await ask('w-munich')];
  for (const movements of [all, munich]) {
    const times = movements.map((movement) => movement.at);
    expect(movements).toHaveLength(50);
    expect(times).toEqual(times.toSorted().reverse());
  }
  expect(new Set(munich.map((movement) => movement.warehouse.id))).toEqual(new Set(['w-munich']));
});
