import { defineSubgraph } from '@tributary/subgraph/definition';

/** The live vote: APPSYNC_JS in `resolvers/polls` straight to the table, counters are atomic. */
export default defineSubgraph({
  name: 'polls',
  kind: 'dynamodb',
  table: {
    partitionKey: { name: 'id', type: 'S' },
    indexes: [
      {
        name: 'by-listing',
        partitionKey: { name: 'listing', type: 'S' },
        sortKey: { name: 'createdAt', type: 'S' },
      },
    ],
    seed: './seed',
  },
  entities: { Poll: [{ key: 'id' }] },
});
