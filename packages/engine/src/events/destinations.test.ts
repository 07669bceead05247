import { afterEach, describe, expect, it } from 'vitest';
import type { EventRuleModel, QueueModel } from '../model/app-model.ts';
import { type EventServices, createEventServices } from './index.ts';

const ARN = 'arn:aws:lambda:us-east-1:000000000000:function:orders:$LATEST';
const BUS_ARN = 'arn:aws:events:us-east-1:000000000000:event-bus/results';

const RECORD = {
  version: '1.0',
  requestContext: { functionArn: ARN, condition: 'RetriesExhausted' },
  requestPayload: { id: 1 },
};

const RULE: EventRuleModel = {
  name: 'failures',
  arn: 'arn:aws:events:us-east-1:000000000000:rule/results/failures',
  eventBusName: 'results',
  isEnabled: true,
  eventPattern: { source: ['lambda'], 'detail-type': [{ suffix: 'Failure' }] },
  targets: [
    { id: 't', arn: 'arn:aws:lambda:us-east-1:000000000000:function:onFailure', input: { kind: 'event' } },
  ],
};

const QUEUE: QueueModel = {
  name: 'failures',
  arn: 'arn:aws:sqs:us-east-1:000000000000:failures',
  url: 'https://sqs.us-east-1.amazonaws.com/000000000000/failures',
  isFifo: false,
  hasContentBasedDeduplication: false,
  visibilityTimeoutMs: 30_000,
  delayMs: 0,
  retentionMs: 60_000,
  deadLetter: undefined,
};

let services: EventServices | undefined;
let invoked: { functionName: string; payload: unknown }[] = [];
let warnings: string[] = [];
afterEach(() => {
  services?.stop();
  invoked = [];
  warnings = [];
});

function start(): EventServices {
  services = createEventServices({
    lambda: {
      invoke: () => Promise.reject(new Error('Nothing is invoked for its answer here.')),
      invokeAsync: (functionName, payload) => void invoked.push({ functionName, payload }),
    },
    dynamodb: { onChange: () => () => undefined },
    accountId: '000000000000',
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:1',
    warn: (text) => warnings.push(text),
  });
  services.update({ tables: [], eventRules: [RULE], queues: [QUEUE], eventSourceMappings: [] });
  return services;
}

describe('the destination of an asynchronous invocation', () => {
  it('is a bus, whose rules see the record as an event of Lambda', () => {
    start().sendToDestination(BUS_ARN, { body: RECORD, attributes: {} });
    expect(invoked).toEqual([
      {
        functionName: 'onFailure',
        payload: expect.objectContaining({
          source: 'lambda',
          'detail-type': 'Lambda Function Invocation Result - Failure',
          resources: [BUS_ARN, ARN],
          detail: RECORD,
        }) as unknown,
      },
    ]);
  });

  it('is a function, which gets the record', () => {
    start().sendToDestination('arn:aws:lambda:us-east-1:000000000000:function:onFailure', {
      body: RECORD,
      attributes: {},
    });
    expect(invoked).toEqual([{ functionName: 'onFailure', payload: RECORD }]);
  });

  it.each([
    ['a topic', 'arn:aws:sns:us-east-1:000000000000:topic'],
    ['a queue of others', 'arn:aws:sqs:us-east-1:000000000000:unknown'],
  ])('that is %s is named in a warning', (_name, arn) => {
    start().sendToDestination(arn, { body: RECORD, attributes: {} });
    expect(warnings).toEqual([expect.stringContaining(arn)]);
  });
});
