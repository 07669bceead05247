/**
 * graphql-yoga over the handlers of the reference application, with a DataLoader for each join: no gateway, no
 * sandbox, no worker threads. Usage: node server.js PORT ROOT
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createSchema, createYoga } from 'graphql-yoga';
import { askHandler } from '../../../subgraphs/ask-handler.ts';
import { createLoaders } from './loaders.ts';
import type { Entity, Loaders, ShippingQuestion } from './loaders.ts';
import { openSubgraphHandlers } from './subgraph-handlers.ts';

const [port = '', root = ''] = process.argv.slice(2);
const handlers = await openSubgraphHandlers(root);

/** AppSync predefines these. */
const PREDEFINED = `
  scalar AWSDate scalar AWSDateTime scalar AWSEmail
  directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION`;

interface Reference {
  readonly id: string;
}

const schema = createSchema<Loaders>({
  typeDefs: [PREDEFINED, readFileSync(join(root, 'schema', 'api.graphql'), 'utf8')],
  resolvers: {
    Query: {
      orders: (_: unknown, args: Record<string, unknown>) =>
        askHandler(handlers.orders, { field: 'Query.orders', args }),
    },
    Order: {
      customer: ({ customer }: { customer: Reference }, _: unknown, { customer: loader }: Loaders) =>
        loader.load(customer.id),
    },
    OrderLine: {
      product: ({ product }: { product: Reference }, _: unknown, loaders: Loaders) =>
        loaders.product.load(product.id),
    },
    Product: {
      stock: async ({ id }: Reference, _: unknown, loaders: Loaders): Promise<unknown> =>
        (await loaders.stock.load(id))['stock'],
      shippingEstimate: (
        { weightGrams }: Pick<ShippingQuestion, 'weightGrams'>,
        { country }: Pick<ShippingQuestion, 'country'>,
        loaders: Loaders,
      ): Promise<Entity | null> => loaders.shipping.load({ country, weightGrams }),
    },
  },
});

const yoga = createYoga({ schema, context: () => createLoaders(handlers), logging: false, graphiql: false });
createServer((request, response) => void yoga(request, response)).listen(Number(port), '127.0.0.1', () => {
  console.log(`ready http://127.0.0.1:${port}`);
});
