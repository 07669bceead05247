import { byKeys } from '@tributary/subgraph';

const products = [1, 2, 3].map((n) => ({
  id: `p${n}`,
  sku: `SKU-${n}`,
  name: `Product ${n}`,
  weightGrams: n * 100,
  price: n === 3 ? null : { amountMinor: n * 1000, currency: 'EUR' },
  internalNote: 'never part of the API',
}));

const find = (field) => async (values) =>
  values.map((value) => products.find((one) => one[field] === value) ?? null);

export const resolvers = { Query: { products: ({ limit }) => products.slice(0, limit) } };
export const entities = { Product: byKeys({ id: find('id'), sku: find('sku') }) };
