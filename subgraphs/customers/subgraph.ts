import { defineSubgraph } from '@tributary/subgraph/definition';

/** Who buys: a Lambda handler over its own table. */
export default defineSubgraph({
  name: 'customers',
  kind: 'lambda',
  table: {
    // CUSTOMER#<id>: a customer. EMAIL#<address>: the guard that keeps an address unique, with the id.
    partitionKey: { name: 'pk', type: 'S' },
    indexes: [
      {
        name: 'by-listing',
        partitionKey: { name: 'listing', type: 'S' },
        sortKey: { name: 'nameKey', type: 'S' },
      },
    ],
    seed: './seed',
  },
});
