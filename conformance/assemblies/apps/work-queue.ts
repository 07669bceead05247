/** AWS sample "queue worker": a mutation's function sends messages; a worker answers with partial failures. */
import type { App } from 'aws-cdk-lib';
import { Duration, Stack } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { KEEP, SCAN, apiOf, attach, functionOf, tableOf } from './api-parts.ts';

const SDL = `
type Note { id: ID!  text: String! }
type Query { notes: [Note!]! }
type Mutation { enqueue(bodies: [String!]!): AWSJSON }
`;

/** What the SDK sends, without the SDK: the queue's address is where the endpoint is. */
const ENQUEUE = `
exports.handler = async ({ arguments: { bodies } }) => {
  const response = await fetch(process.env.QUEUE_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessageBatch' },
    body: JSON.stringify({
      QueueUrl: process.env.QUEUE_URL,
      Entries: bodies.map((body, at) => ({
        Id: String(at),
        MessageBody: body,
        MessageAttributes: { place: { DataType: 'Number', StringValue: String(at) } },
      })),
    }),
  });
  return response.json();
};
`;

const WORK = `${KEEP}
exports.handler = async ({ Records }) => {
  const failed = [];
  for (const { messageId, body, attributes, messageAttributes } of Records) {
    if (body.startsWith('fail')) failed.push({ itemIdentifier: messageId });
    else await keep('done:' + body, { attributes, messageAttributes });
  }
  return { batchItemFailures: failed };
};
`;

const BURY = `${KEEP}
exports.handler = async ({ Records }) => {
  for (const { body } of Records) await keep('dead:' + body, body);
};
`;

export function workQueue(app: App): void {
  const stack = new Stack(app, 'WorkQueue');
  const api = apiOf(stack, SDL);
  const notes = tableOf(stack, 'Notes');
  const environment = { TABLE: notes.tableName };
  const deadLetters = new Queue(stack, 'DeadLetters');
  const queue = new Queue(stack, 'Queue', {
    visibilityTimeout: Duration.seconds(3),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 2 },
  });
  const worker = functionOf(stack, 'Worker', { code: WORK, environment, timeoutSeconds: 3 });
  worker.addEventSource(new SqsEventSource(queue, { batchSize: 5, reportBatchItemFailures: true }));
  functionOf(stack, 'Bury', { code: BURY, environment }).addEventSource(new SqsEventSource(deadLetters));
  const enqueue = functionOf(stack, 'Enqueue', { code: ENQUEUE, environment: { QUEUE_URL: queue.queueUrl } });
  queue.grantSendMessages(enqueue);
  api.addLambdaDataSource('enqueue', enqueue).createResolver('EnqueueResolver', {
    typeName: 'Mutation',
    fieldName: 'enqueue',
  });
  attach(api.addDynamoDbDataSource('notes', notes), 'Query.notes', SCAN);
}
