/** Every operation that the embedded DynamoDB answers, its streams included, by its name in the API. */
import { createTable, deleteTable, describeTable, listTables } from './create-table.ts';
import type { Operation } from './operation.ts';
import { query, scan } from './query-and-scan.ts';
import { batchGetItem, getItem, transactGetItems } from './read-operations.ts';
import { describeStream, listStreams } from './streams/describe-streams.ts';
import { getRecords, getShardIterator } from './streams/read-stream.ts';
import { listTagsOfResource, tagResource, untagResource } from './tags.ts';
import { describeTimeToLive, updateTimeToLive } from './time-to-live.ts';
import { transactWriteItems } from './transact-write-items.ts';
import { updateTable } from './update-table.ts';
import { batchWriteItem, deleteItem, putItem, updateItem } from './write-operations.ts';

export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    BatchGetItem: batchGetItem,
    BatchWriteItem: batchWriteItem,
    CreateTable: createTable,
    DeleteItem: deleteItem,
    DeleteTable: deleteTable,
    DescribeStream: describeStream,
    DescribeTable: describeTable,
    DescribeTimeToLive: describeTimeToLive,
    GetItem: getItem,
    GetRecords: getRecords,
    GetShardIterator: getShardIterator,
    ListStreams: listStreams,
    ListTables: listTables,
    ListTagsOfResource: listTagsOfResource,
    PutItem: putItem,
    Query: query,
    Scan: scan,
    TagResource: tagResource,
    TransactGetItems: transactGetItems,
    TransactWriteItems: transactWriteItems,
    UntagResource: untagResource,
    UpdateItem: updateItem,
    UpdateTable: updateTable,
    UpdateTimeToLive: updateTimeToLive,
  }),
);
