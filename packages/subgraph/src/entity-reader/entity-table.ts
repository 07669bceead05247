/** Reads items of one table by key and by index, in as few calls as DynamoDB allows. */
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { getItems, type Item, type ItemKey } from '../dynamodb/get-items.ts';

export interface EntityTable {
  /** Items of the table by their full keys; keys without an item are absent from the answer. */
  readonly getAll: (keys: readonly ItemKey[]) => Promise<readonly Item[]>;
  /** The first item of an index under this key. */
  readonly findByIndex: (index: string, key: ItemKey) => Promise<Item | undefined>;
}

/** Opens the table; no call is made before the first read. */
export function openEntityTable(client: DynamoDBDocumentClient, tableName: string): EntityTable {
  return {
    getAll: (keys) => getItems(client, tableName, keys),
    findByIndex: async (index, key) => {
      const { Items: items = [] } = await client.send(new QueryCommand(indexQuery(tableName, index, key)));
      return items[0];
    },
  };
}

function indexQuery(tableName: string, index: string, key: ItemKey) {
  const attributes = Object.entries(key);
  return {
    TableName: tableName,
    IndexName: index,
    Limit: 1,
    KeyConditionExpression: attributes.map((_, position) => `#k${position} = :k${position}`).join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(
      attributes.map(([name], position) => [`#k${position}`, name]),
    ),
    ExpressionAttributeValues: Object.fromEntries(
      attributes.map(([, value], position) => [`:k${position}`, value]),
    ),
  };
}
