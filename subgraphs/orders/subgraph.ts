import { defineSubgraph } from '@tributary/subgraph/definition';

/** What was bought: orders and their way from placed to delivered. */
export default defineSubgraph({
  name: 'orders',
  kind: 'lambda',
  asks: ['catalog'],
  table: {
    // ORDER#<id>: an order. REQUEST#<client request id>: the guard that makes placing an order idempotent.
    partitionKey: { name: 'pk', type: 'S' },
    // `sortKey` is placedAt and id. Guards have none of these attributes.
    indexes: [
      {
        name: 'by-listing',
        partitionKey: { name: 'listing', type: 'S' },
        sortKey: { name: 'sortKey', type: 'S' },
      },
      {
        name: 'by-status',
        partitionKey: { name: 'status', type: 'S' },
        sortKey: { name: 'sortKey', type: 'S' },
      },
      {
        name: 'by-customer',
        partitionKey: { name: 'customerId', type: 'S' },
        sortKey: { name: 'sortKey', type: 'S' },
      },
    ],
    seed: './seed',
  },
});
