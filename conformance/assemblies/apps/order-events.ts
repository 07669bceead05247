/** AWS sample "EventBridge data source": a mutation puts events, rules carry them to functions and to a queue. */
import type { App } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import { EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { KEEP, SCAN, apiOf, attach, functionOf, tableOf } from './api-parts.ts';

const SDL = `
type Entry { ErrorCode: String  ErrorMessage: String }
type Put { FailedEntryCount: Int!  Entries: [Entry!]! }
type Note { id: ID!  text: String! }
type Query { notes: [Note!]! }
type Mutation { place(id: ID!, total: Int!): Put  placeAs(source: String!): Put }
`;

const putOf = (source: string, detail: string): string => `
export const request = (ctx) => ({
  operation: 'PutEvents',
  events: [{ source: ${source}, detailType: 'OrderPlaced', detail: ${detail} }, { source: 'shop', detailType: 'Other', detail: {} }],
});
export const response = (ctx) => ctx.error ? util.error(ctx.error.message) : ctx.result;
`;

const NOTE_EVENT = `${KEEP}
exports.handler = async (event) => { await keep(process.env.NAME + ':' + (event.detail ?? event).id, event); };
`;

const NOTE_MESSAGES = `${KEEP}
exports.handler = async ({ Records }) => {
  for (const { body } of Records) await keep('queue:' + JSON.parse(body).detail.id, body);
};
`;

export function orderEvents(app: App): void {
  const stack = new Stack(app, 'OrderEvents');
  const api = apiOf(stack, SDL);
  const notes = tableOf(stack, 'Notes');
  // As the interface, which under exactOptionalPropertyTypes the class does not quite fit.
  const bus = new EventBus(stack, 'Bus', { eventBusName: 'orders' }) as IEventBus;
  const note = (name: string): LambdaFunction => {
    const fn = functionOf(stack, name, {
      code: NOTE_EVENT,
      environment: { TABLE: notes.tableName, NAME: name },
    });
    notes.grantWriteData(fn);
    return fn;
  };
  const placed = { source: ['shop'], detailType: ['OrderPlaced'] };
  new Rule(stack, 'All', { eventBus: bus, eventPattern: placed, targets: [new LambdaTarget(note('all'))] });
  new Rule(stack, 'Large', {
    eventBus: bus,
    eventPattern: { ...placed, detail: { total: [{ numeric: ['>=', 100] }] } },
    targets: [new LambdaTarget(note('large'), { event: RuleTargetInput.fromEventPath('$.detail') })],
  });
  new Rule(stack, 'Summary', {
    eventBus: bus,
    eventPattern: placed,
    targets: [
      new LambdaTarget(note('summary'), {
        event: RuleTargetInput.fromObject({
          id: EventField.fromPath('$.detail.id'),
          text: `total ${EventField.fromPath('$.detail.total')}`,
        }),
      }),
    ],
  });
  const queue = new Queue(stack, 'Queue');
  new Rule(stack, 'Queued', { eventBus: bus, eventPattern: placed, targets: [new SqsQueue(queue)] });
  const consumer = functionOf(stack, 'consumer', {
    code: NOTE_MESSAGES,
    environment: { TABLE: notes.tableName },
  });
  consumer.addEventSource(new SqsEventSource(queue));

  attach(api.addDynamoDbDataSource('notes', notes), 'Query.notes', SCAN);
  const events = api.addEventBridgeDataSource('events', bus);
  const util = "import { util } from '@aws-appsync/utils';";
  attach(events, 'Mutation.place', util + putOf("'shop'", 'ctx.args'));
  attach(events, 'Mutation.placeAs', util + putOf('ctx.args.source', '{}'));
}
