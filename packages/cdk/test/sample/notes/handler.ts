import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import clock from './clock.cjs';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function handler(event: { readonly id: string }): Promise<unknown> {
  const { Item } = await client.send(
    new GetCommand({ TableName: process.env['TABLE_NAME'], Key: { id: event.id } }),
  );
  return { item: Item, at: String(clock.now()) };
}
