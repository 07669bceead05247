import { defineSubgraph } from '@tributary/subgraph/definition';

/** Where things lie: stock per product and warehouse, and the log of what moved. */
export default defineSubgraph({
  name: 'inventory',
  kind: 'lambda',
  table: {
    // STOCK#<product id>: one product in all warehouses. MOVEMENT#<id>: one movement. WAREHOUSE#<id>: a warehouse.
    partitionKey: { name: 'pk', type: 'S' },
    indexes: [
      {
        name: 'by-available',
        partitionKey: { name: 'stockListing', type: 'S' },
        sortKey: { name: 'available', type: 'N' },
      },
      {
        name: 'by-listing',
        partitionKey: { name: 'listing', type: 'S' },
        sortKey: { name: 'sortKey', type: 'S' },
      },
      {
        name: 'by-warehouse',
        partitionKey: { name: 'warehouseId', type: 'S' },
        sortKey: { name: 'sortKey', type: 'S' },
      },
    ],
    seed: './seed',
  },
});
