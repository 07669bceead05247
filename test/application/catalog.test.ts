import { describe, expect, it } from 'vitest';
import { send } from '../support/graphql.ts';

const DETAILS = `id sku name category price { amountMinor currency } weightGrams createdAt updatedAt`;

function details(sku: string) {
  return {
    sku,
    name: `Test product ${sku}`,
    category: 'Tests',
    price: { amountMinor: 1999, currency: 'EUR' },
    weightGrams: 250,
  };
}

const ADD = `mutation Add($input: ProductDetailsInput!) { addProductDetails(input: $input) { ${DETAILS} } }`;

describe('catalog: the Product Service, without a Lambda function', () => {
  it('has 500 seeded products in eight categories', async () => {
    const { data } = await send(
      '{ categories first: product(id: "p-0001") { id } last: product(id: "p-0500") { id } }',
    );
    expect(data['categories']?.length).toBeGreaterThanOrEqual(8);
    expect([data['first']?.['id'], data['last']?.['id']]).toEqual(['p-0001', 'p-0500']);
  });

  it('delivers 20 products by default, though AppSync does not deliver argument defaults', async () => {
    const { data, errors } = await send(`query Products($limit: Int) {
      omitted: products { items { id } nextToken }
      variable: products(limit: $limit) { items { id } }
      three: products(limit: 3) { items { id } } }`);
    expect(errors).toEqual([]);
    expect(data['omitted']?.['items']).toHaveLength(20);
    expect(data['variable']?.['items']).toHaveLength(20);
    expect(data['three']?.['items']).toHaveLength(3);
  });

  it('pages through a category without repeats', async () => {
    const { data: all } = await send('{ categories }');
    const category = all['categories']?.[0];
    const seen: string[] = [];
    let nextToken: string | null = null;
    do {
      const page = await send(
        `query Page($category: String, $nextToken: String) {
          products(category: $category, limit: 25, nextToken: $nextToken) { items { id category } nextToken } }`,
        { category, nextToken },
      );
      expect(page.errors).toEqual([]);
      for (const item of page.data['products']?.['items'] ?? []) {
        expect(item['category']).toBe(category);
        seen.push(String(item['id']));
      }
      const token: unknown = page.data['products']?.['nextToken'];
      nextToken = typeof token === 'string' ? token : null;
    } while (nextToken !== null);
    expect(seen.length).toBeGreaterThan(25);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('adds, finds by sku, updates and removes; a second product with the sku is an error', async () => {
    const sku = `T-${Date.now()}`;
    const added = await send(ADD, { input: details(sku) });
    expect(added.errors).toEqual([]);
    const product = added.data['addProductDetails'];
    expect(product).toMatchObject({ sku, price: { amountMinor: 1999, currency: 'EUR' }, weightGrams: 250 });

    const second = await send(ADD, { input: details(sku) });
    expect(second.data).toBeNull();
    expect(second.errors).toHaveLength(1);
    expect(second.errors[0]).toMatchObject({ path: ['addProductDetails'] });

    const found = await send(
      `query Found($sku: String!) { productBySku(sku: $sku) { ${DETAILS} stock { available } } }`,
      { sku },
    );
    expect(found.data['productBySku']).toEqual({ ...product, stock: { available: 0 } });

    const id = product?.['id'];
    const updated = await send(
      'mutation Update($id: ID!) { updateProductDetails(id: $id, input: { name: "Renamed" }) { id sku name createdAt } }',
      { id },
    );
    expect(updated.errors).toEqual([]);
    expect(updated.data['updateProductDetails']).toEqual({
      id,
      sku,
      name: 'Renamed',
      createdAt: product?.['createdAt'],
    });

    const removal = 'mutation Remove($id: ID!) { removeProductDetails(id: $id) { id name } }';
    expect((await send(removal, { id })).data['removeProductDetails']).toEqual({ id, name: 'Renamed' });
    const again = await send(removal, { id });
    expect([again.data['removeProductDetails'], again.errors]).toEqual([null, []]);

    const reused = await send(ADD, { input: details(sku) });
    expect(reused.errors).toEqual([]);
  });

  it('answers null for a product that does not exist', async () => {
    const { data, errors } = await send('{ product(id: "nope") { id name stock { available } } }');
    expect([data['product'], errors]).toEqual([null, []]);
  });
});
