/** AWS sample "asynchronous Lambda with failure handling": retries, an on-failure destination, a dead-letter queue. */
import type { App } from 'aws-cdk-lib';
import { Duration, Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LambdaDestination, SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { KEEP, SCAN, apiOf, attach, functionOf, tableOf } from './api-parts.ts';

const SDL = `
type Note { id: ID!  text: String! }
type Query { notes: [Note!]!  report: String  busy: String }
type Mutation { pay(order: ID!, fails: Int!): String  announce(order: ID!): AWSJSON }
`;

/** AppSync calls the function and does not wait. */
const PAY_LATER = `
export const request = ({ args }) => ({ operation: 'Invoke', invocationType: 'Event', payload: args });
export const response = () => 'accepted';
`;

const ANNOUNCE = `
export const request = ({ args }) => ({
  operation: 'PutEvents',
  events: [{ source: 'shop', detailType: 'order', detail: { order: args.order } }],
});
export const response = (ctx) => ctx.result;
`;

/** Fails as often as the order asks for, then is paid. */
const CHARGE = `${KEEP}
const attempts = new Map();
exports.handler = async ({ order, fails }) => {
  const attempt = (attempts.get(order) ?? 0) + 1;
  attempts.set(order, attempt);
  if (attempt <= fails) throw new RangeError('declined ' + attempt);
  await keep('paid:' + order, { attempt });
  return { order, attempt };
};
`;

/** Keeps what a destination or a queue brings. */
const KEEP_RECORD = `${KEEP}
exports.handler = async (event) => {
  if (event.Records === undefined) return keep('success:' + event.requestPayload.order, event);
  for (const { body, messageAttributes } of event.Records) {
    const record = JSON.parse(body);
    const kind = record.requestPayload === undefined ? 'dead' : 'failure';
    const order = (record.requestPayload ?? record.detail ?? record).order;
    await keep(kind + ':' + order, { record, messageAttributes });
  }
};
`;

const NEVER = `exports.handler = async () => { throw new Error('never works'); };`;

export function failedPayments(app: App): void {
  const stack = new Stack(app, 'FailedPayments');
  const api = apiOf(stack, SDL);
  const notes = tableOf(stack, 'Notes');
  const environment = { TABLE: notes.tableName };
  const record = functionOf(stack, 'Record', { code: KEEP_RECORD, environment });
  const failures = new Queue(stack, 'Failures');
  const deadLetters = new Queue(stack, 'DeadLetters');
  for (const queue of [failures, deadLetters]) record.addEventSource(new SqsEventSource(queue));

  const charge = functionOf(stack, 'Charge', { code: CHARGE, environment });
  charge.configureAsyncInvoke({
    retryAttempts: 1,
    maxEventAge: Duration.minutes(5),
    onFailure: new SqsDestination(failures),
    onSuccess: new LambdaDestination(record),
  });
  attach(api.addLambdaDataSource('charge', charge), 'Mutation.pay', PAY_LATER);

  const never = new LambdaFunction(stack, 'Never', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline(NEVER),
    deadLetterQueue: deadLetters,
  });
  new Rule(stack, 'Orders', { eventPattern: { source: ['shop'] }, targets: [new LambdaTarget(never)] });
  attach(
    api.addEventBridgeDataSource('bus', EventBus.fromEventBusName(stack, 'Default', 'default')),
    'Mutation.announce',
    ANNOUNCE,
  );

  // Two functions that a field may name and that do not answer here.
  const report = new LambdaFunction(stack, 'Report', {
    runtime: Runtime.PYTHON_3_13,
    handler: 'index.handler',
    code: Code.fromInline('def handler(event, context): return 1'),
  });
  const busy = new LambdaFunction(stack, 'Busy', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => 1;'),
    reservedConcurrentExecutions: 0,
  });
  for (const [fieldName, lambda] of Object.entries({ report, busy })) {
    api
      .addLambdaDataSource(fieldName, lambda)
      .createResolver(`${fieldName}Resolver`, { typeName: 'Query', fieldName });
  }
  attach(api.addDynamoDbDataSource('notes', notes), 'Query.notes', SCAN);
}
