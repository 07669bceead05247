import { describe, expect, it } from 'vitest';
import { send } from '../support/graphql.ts';

const PLACE = `mutation Place($input: PlaceOrderInput!) { placeOrder(input: $input) {
  id status total { amountMinor currency } customer { id name } lines { quantity unitPrice { amountMinor } product { id price { amountMinor } } } } }`;

function order(clientRequestId: string, lines = [{ productId: 'p-0001', quantity: 2 }]) {
  return { input: { customerId: 'c-0001', lines, clientRequestId } };
}

describe('orders', () => {
  it('places an order at the catalog prices, once for each clientRequestId', async () => {
    const request = order(`test-${Date.now()}`, [
      { productId: 'p-0001', quantity: 2 },
      { productId: 'p-0002', quantity: 1 },
    ]);
    const placed = await send(PLACE, request);
    expect(placed.errors).toEqual([]);
    const [total, lines, status, id] = ['total', 'lines', 'status', 'id'].map(
      (name) => placed.data['placeOrder']?.[name],
    );
    expect(status).toBe('PLACED');
    expect(total?.['amountMinor']).toBe(
      2 * Number(lines?.[0]?.['product']?.['price']?.['amountMinor']) +
        Number(lines?.[1]?.['product']?.['price']?.['amountMinor']),
    );
    const again = await send(PLACE, request);
    expect(again.data['placeOrder']?.['id']).toBe(id);
    const newest = await send('{ orders(limit: 1) { items { id } } }');
    expect(newest.data['orders']?.['items']?.[0]?.['id']).toBe(id);
  });

  it('refuses an unknown product and changes nothing', async () => {
    const before = await send('{ orders(limit: 1) { items { id } } }');
    const refused = await send(PLACE, order(`bad-${Date.now()}`, [{ productId: 'p-9999', quantity: 1 }]));
    expect(refused.data).toBeNull();
    expect(refused.errors[0]).toMatchObject({ errorType: 'ProductNotFound', path: ['placeOrder'] });
    expect((await send('{ orders(limit: 1) { items { id } } }')).data).toEqual(before.data);
  });

  it('advances only step by step', async () => {
    const placed = await send(PLACE, order(`steps-${Date.now()}`));
    const id = placed.data['placeOrder']?.['id'];
    const advance = (to: string) =>
      send('mutation Advance($id: ID!, $to: OrderStatus!) { advanceOrder(id: $id, to: $to) { id status } }', {
        id,
        to,
      });
    const skipped = await advance('DELIVERED');
    expect(skipped.errors[0]).toMatchObject({ errorType: 'IllegalTransition', path: ['advanceOrder'] });
    for (const to of ['PICKING', 'SHIPPED', 'DELIVERED']) {
      expect((await advance(to)).data['advanceOrder']).toEqual({ id, status: to });
    }
    const cancelled = await send('mutation Cancel($id: ID!) { cancelOrder(id: $id) { id status } }', { id });
    expect(cancelled.errors[0]).toMatchObject({ errorType: 'IllegalTransition' });
  });

  it('lists newest first, filters by status, pages, and joins a customer to the orders', async () => {
    const { data, errors } = await send(`{ orders(limit: 50) { items { id placedAt } nextToken }
      delivered: orders(status: DELIVERED, limit: 5) { items { status } }
      customer(id: "c-0002") { name orders { id placedAt customer { id } } two: orders(limit: 2) { id } } }`);
    expect(errors).toEqual([]);
    const times = (data['orders']?.['items'] ?? []).map((one) => String(one['placedAt']));
    expect(times).toHaveLength(50);
    expect([...times].sort().reverse()).toEqual(times);
    expect((data['delivered']?.['items'] ?? []).map((one) => one['status'])).toEqual(
      Array(5).fill('DELIVERED'),
    );
    expect(data['customer']?.['two']?.length).toBeLessThanOrEqual(2);
    for (const one of data['customer']?.['orders'] ?? []) expect(one['customer']).toEqual({ id: 'c-0002' });
    const next = await send(
      'query Next($nextToken: String) { orders(limit: 50, nextToken: $nextToken) { items { id } } }',
      {
        nextToken: data['orders']?.['nextToken'],
      },
    );
    const first = new Set((data['orders']?.['items'] ?? []).map((one) => one['id']));
    expect((next.data['orders']?.['items'] ?? []).filter((one) => first.has(one['id']))).toEqual([]);
  });
});
