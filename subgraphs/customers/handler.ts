/** Lambda handler of the customers subgraph. Clock and ids enter here. */
import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { byKeys, checkLimit, createSubgraphHandler } from '@tributary/subgraph';
import { emailIdentity, newCustomer } from './domain/new-customer.ts';
import type { Resolvers } from './generated/types.ts';
import { openCustomerStore } from './store/customer-store.ts';

const tableName = process.env['TABLE_NAME'];
if (tableName === undefined) throw new TypeError('TABLE_NAME is not set');

const store = openCustomerStore(DynamoDBDocumentClient.from(new DynamoDBClient({})), tableName);

const resolvers = {
  Query: {
    customer: async ({ id }) => (await store.byIds([id]))[0] ?? null,
    customers: ({ limit, nextToken }) => store.page(checkLimit(limit), nextToken),
  },
  Mutation: {
    registerCustomer: async ({ input }) => {
      const today = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
      const customer = newCustomer(input, { id: `c-${randomUUID()}`, today });
      await store.add(customer);
      return customer;
    },
  },
} satisfies Resolvers;

export const handler = createSubgraphHandler({
  resolvers,
  entities: {
    Customer: byKeys({ id: store.byIds, email: (emails) => store.byEmails(emails.map(emailIdentity)) }),
  },
});
