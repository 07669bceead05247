import { defineSubgraph } from '@tributary/subgraph/definition';

/** The Product Service: APPSYNC_JS in `resolvers/catalog` straight to the table. */
export default defineSubgraph({
  name: 'catalog',
  kind: 'dynamodb',
  table: {
    // PRODUCT#<id>: a product. SKU#<sku>: the guard that keeps a sku unique. CATEGORY#<name>: how many products it has.
    partitionKey: { name: 'pk', type: 'S' },
    // Sparse: guards have none of these attributes, so that lists hold products only.
    indexes: [
      { name: 'by-sku', partitionKey: { name: 'sku', type: 'S' } },
      {
        name: 'by-category',
        partitionKey: { name: 'category', type: 'S' },
        sortKey: { name: 'nameKey', type: 'S' },
      },
      {
        name: 'by-listing',
        partitionKey: { name: 'listing', type: 'S' },
        sortKey: { name: 'nameKey', type: 'S' },
      },
    ],
    seed: './seed',
  },
  entities: {
    Product: [
      { key: 'id', attributes: { pk: 'PRODUCT#{id}' } },
      { key: 'sku', index: 'by-sku' },
    ],
  },
});
