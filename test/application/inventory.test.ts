import { describe, expect, it } from 'vitest';
import { send } from '../support/graphql.ts';

const MOVE = (
  field: 'receiveStock' | 'pickStock',
) => `mutation Move($productId: ID!, $warehouseId: ID!, $quantity: Int!) {
  ${field}(productId: $productId, warehouseId: $warehouseId, quantity: $quantity, reference: "test") {
    id delta reason reference product { id name stock { onHand available } } warehouse { id name } } }`;

describe('inventory', () => {
  it('goes up by inbound and down by outbound, and never below zero', async () => {
    const { data: found } = await send('{ warehouses { id } }');
    expect(found['warehouses']).toHaveLength(3);
    const place = { productId: 'p-0007', warehouseId: found['warehouses']?.[0]?.['id'] };
    const before = await send('{ product(id: "p-0007") { stock { onHand } } }');
    const onHand = Number(before.data['product']?.['stock']?.['onHand']);

    const received = await send(MOVE('receiveStock'), { ...place, quantity: 5 });
    expect(received.errors).toEqual([]);
    expect(received.data['receiveStock']).toMatchObject({
      delta: 5,
      reason: 'INBOUND',
      product: { id: 'p-0007', name: expect.any(String), stock: { onHand: onHand + 5 } },
    });
    const picked = await send(MOVE('pickStock'), { ...place, quantity: 5 });
    expect(picked.data['pickStock']).toMatchObject({ delta: -5, product: { stock: { onHand } } });

    const refused = await send(MOVE('pickStock'), { ...place, quantity: 1_000_000 });
    expect(refused.data).toBeNull();
    expect(refused.errors[0]).toMatchObject({ errorType: 'InsufficientStock', path: ['pickStock'] });
    const after = await send('{ product(id: "p-0007") { stock { onHand } } }');
    expect(after.data).toEqual(before.data);
  });

  it('lists what is low with the names that catalog holds, and movements newest first', async () => {
    const { data, errors } = await send(`{ lowStock(threshold: 25, limit: 5) { id name stock { available } }
      stockMovements(limit: 20) { at product { name } warehouse { city } } }`);
    expect(errors).toEqual([]);
    expect(data['lowStock']?.length).toBeGreaterThan(0);
    for (const product of data['lowStock'] ?? []) {
      expect(Number(product['stock']?.['available'])).toBeLessThanOrEqual(25);
      expect(product['name']).toEqual(expect.any(String));
    }
    const times = (data['stockMovements'] ?? []).map((one) => String(one['at']));
    expect([...times].sort().reverse()).toEqual(times);
  });

  it('does not null a list for a product without stock data', async () => {
    const sku = `NOSTOCK-${Date.now()}`;
    const input = {
      sku,
      name: 'No stock',
      category: 'Nowhere',
      price: { amountMinor: 1, currency: 'EUR' },
      weightGrams: 1,
    };
    await send('mutation Add($input: ProductDetailsInput!) { addProductDetails(input: $input) { id } }', {
      input,
    });
    const { data, errors } = await send(
      '{ products(category: "Nowhere") { items { sku stock { available } stockByWarehouse { onHand } } } }',
    );
    expect(errors).toEqual([]);
    expect(data['products']?.['items']).toContainEqual({
      sku,
      stock: { available: 0 },
      stockByWarehouse: expect.any(Array),
    });
  });
});
