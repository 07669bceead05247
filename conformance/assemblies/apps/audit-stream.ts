/** AWS sample "stream processing": a table's stream, filtered, invokes a function that keeps an audit trail. */
import type { App } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { KEEP, SCAN, apiOf, attach, functionOf, tableOf } from './api-parts.ts';

const SDL = `
type Item { id: ID!  kind: String!  text: String }
type Note { id: ID!  text: String! }
type Query { notes: [Note!]! }
type Mutation { put(id: ID!, kind: String!, text: String): Item  remove(id: ID!): Item }
`;

const PUT = `
import { put } from '@aws-appsync/utils/dynamodb';
export const request = ({ args: { id, kind, text } }) => put({ key: { id }, item: { kind, text } });
export const response = (ctx) => ctx.result;
`;

const REMOVE = `
import { remove } from '@aws-appsync/utils/dynamodb';
export const request = ({ args: { id } }) => remove({ key: { id } });
export const response = (ctx) => ctx.result;
`;

/** Items with the text "poison" fail the whole batch that they are in. */
const AUDIT = `${KEEP}
let count = 0;
exports.handler = async ({ Records }) => {
  if (Records.some(({ dynamodb }) => dynamodb.NewImage?.text?.S === 'poison')) throw new Error('poisoned');
  for (const record of Records) await keep('audit:' + String(count += 1).padStart(3, '0'), record);
};
`;

const GIVEN_UP = `${KEEP}
exports.handler = async ({ Records }) => {
  for (const { messageId, body } of Records) await keep('failed:' + messageId, body);
};
`;

export function auditStream(app: App): void {
  const stack = new Stack(app, 'AuditStream');
  const api = apiOf(stack, SDL);
  const items = tableOf(stack, 'Items', { stream: StreamViewType.NEW_AND_OLD_IMAGES });
  const notes = tableOf(stack, 'Notes');
  const environment = { TABLE: notes.tableName };
  const audit = functionOf(stack, 'Audit', { code: AUDIT, environment });
  const givenUp = functionOf(stack, 'GivenUp', { code: GIVEN_UP, environment });
  const deadLetters = new Queue(stack, 'DeadLetters');
  audit.addEventSource(
    new DynamoEventSource(items, {
      startingPosition: StartingPosition.LATEST,
      batchSize: 10,
      bisectBatchOnError: true,
      retryAttempts: 1,
      onFailure: new SqsDlq(deadLetters),
      filters: [
        FilterCriteria.filter({ dynamodb: { NewImage: { kind: { S: ['audited'] } } } }),
        FilterCriteria.filter({ eventName: ['REMOVE'] }),
      ],
    }),
  );
  givenUp.addEventSource(new SqsEventSource(deadLetters));
  const source = api.addDynamoDbDataSource('items', items);
  attach(source, 'Mutation.put', PUT);
  attach(source, 'Mutation.remove', REMOVE);
  attach(api.addDynamoDbDataSource('notes', notes), 'Query.notes', SCAN);
}
