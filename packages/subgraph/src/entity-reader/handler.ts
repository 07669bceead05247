/**
 * Lambda handler of a DynamoDB-direct subgraph's entities: `_entities` events, single or batched, answered from the
 * table in TABLE_NAME by the lookups in ENTITY_LOOKUPS. AppSync cannot batch DynamoDB across parents; this can.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createSubgraphHandler } from '../subgraph-handler.ts';
import { createEntityReader } from './entity-reader.ts';
import { openEntityTable } from './entity-table.ts';
import { parseEntityLookups } from './parse-entity-lookups.ts';

const tableName = process.env['TABLE_NAME'];
if (tableName === undefined) throw new TypeError('TABLE_NAME is not set');

const table = openEntityTable(DynamoDBDocumentClient.from(new DynamoDBClient({})), tableName);

/** Answers `Query._entities` events; see `createSubgraphHandler` for the shapes. */
export const handler = createSubgraphHandler({
  resolvers: {},
  entities: createEntityReader(table, parseEntityLookups(process.env['ENTITY_LOOKUPS'])),
});
