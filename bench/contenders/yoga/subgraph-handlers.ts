/** The Lambda handlers of the reference application, in this process, over one seeded DynamoDB. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openDynamoDb, seedTable } from '@tributary/engine/dynamodb';
import type { DynamoDb } from '@tributary/engine';
import type { SubgraphHandler } from '@tributary/subgraph';
import catalog from '../../../subgraphs/catalog/subgraph.ts';
import customers from '../../../subgraphs/customers/subgraph.ts';
import inventory from '../../../subgraphs/inventory/subgraph.ts';
import { toCreateTableInput } from '../../../subgraphs/open-test-table.ts';
import orders from '../../../subgraphs/orders/subgraph.ts';

export interface SubgraphHandlers {
  readonly catalog: SubgraphHandler;
  readonly customers: SubgraphHandler;
  readonly inventory: SubgraphHandler;
  readonly orders: SubgraphHandler;
}

/** @param root - absolute folder of the reference application, for the seed files */
export async function openSubgraphHandlers(root: string): Promise<SubgraphHandlers> {
  const database = await openDynamoDb({});
  for (const { name, table } of [catalog, customers, inventory, orders]) {
    await database.call('CreateTable', toCreateTableInput(name, table));
    await seedTable(database, name, join(root, 'subgraphs', name, 'seed'));
  }
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: await serve(database),
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    ENTITY_LOOKUPS: JSON.stringify(catalog.entities),
    CATALOG_ENTITIES_FUNCTION: 'not-called-by-queries',
  });
  // Each module reads TABLE_NAME once, when it is loaded: one after the other.
  const on = async (tableName: string, load: () => Promise<{ handler: SubgraphHandler }>) => {
    process.env['TABLE_NAME'] = tableName;
    return (await load()).handler;
  };
  return {
    catalog: await on('catalog', () => import('@tributary/subgraph/entity-reader')),
    customers: await on('customers', () => import('../../../subgraphs/customers/handler.ts')),
    inventory: await on('inventory', () => import('../../../subgraphs/inventory/handler.ts')),
    orders: await on('orders', () => import('../../../subgraphs/orders/handler.ts')),
  };
}

/** Handlers reach the database over HTTP, as they do in the engine. */
async function serve(database: DynamoDb): Promise<string> {
  const server = createServer((request, response) => database.handleHttp(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
