// Reads the todos' table by the AWS SDK, as a function on AWS would: for a batch of ids, how each title reads.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

const client = DynamoDBDocumentClient.from(new DynamoDBClient());

export async function handler(event) {
  if (event === 'crash') process.exit(1);
  return Promise.all(
    event.map(async ({ id }) => {
      const { Item } = await client.send(new GetCommand({ TableName: process.env.TABLE, Key: { id } }));
      return { note: `checked: ${Item.title}` };
    }),
  );
}
