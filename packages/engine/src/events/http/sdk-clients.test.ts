/** The published SDK clients of SQS and EventBridge, with nothing but their endpoint changed. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EventBridgeClient, ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueueModel } from '../../model/app-model.ts';
import { createEventServices } from '../create-event-services.ts';

const REGION = 'us-east-1';
const ACCOUNT = '000000000000';

const queueOf = (name: string): QueueModel => ({
  name,
  arn: `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`,
  url: `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${name}`,
  isFifo: name.endsWith('.fifo'),
  hasContentBasedDeduplication: false,
  visibilityTimeoutMs: 30_000,
  delayMs: 0,
  retentionMs: 60_000,
  deadLetter: undefined,
});

let server: Server;
let sqs: SQSClient;
let eventBridge: EventBridgeClient;
let QueueUrl = '';

beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const services = createEventServices({
    lambda: {
      invoke: () => Promise.reject(new Error('There are no functions.')),
      invokeAsync: () => undefined,
    },
    dynamodb: { onChange: () => () => undefined },
    region: REGION,
    accountId: ACCOUNT,
    endpoint,
    warn: () => undefined,
  });
  services.update({
    tables: [],
    eventSourceMappings: [],
    queues: [queueOf('work'), queueOf('turns.fifo')],
    eventRules: [
      {
        name: 'placed',
        arn: `arn:aws:events:${REGION}:${ACCOUNT}:rule/placed`,
        eventBusName: 'default',
        isEnabled: true,
        eventPattern: { source: ['shop'], detail: { total: [{ numeric: ['>', 100] }] } },
        targets: [{ id: 'work', arn: queueOf('work').arn, input: { kind: 'event' } }],
      },
    ],
  });
  server.on('request', (request, response) => services.handleHttp(request, response));
  const settings = {
    endpoint,
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  sqs = new SQSClient(settings);
  eventBridge = new EventBridgeClient(settings);
  QueueUrl = (await sqs.send(new GetQueueUrlCommand({ QueueName: 'work' }))).QueueUrl ?? '';
});

afterEach(() => {
  sqs.destroy();
  eventBridge.destroy();
  server.close();
  server.closeAllConnections();
});

const receive = (url = QueueUrl) =>
  sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    }),
  );

describe('@aws-sdk/client-sqs', () => {
  it('sends, receives and deletes', async () => {
    const MessageAttributes = { kind: { DataType: 'String', StringValue: 'greeting' } };
    const sent = await sqs.send(
      new SendMessageCommand({ QueueUrl, MessageBody: 'hello', MessageAttributes }),
    );
    const { Messages = [] } = await receive();
    expect(Messages).toEqual([
      expect.objectContaining({
        MessageId: sent.MessageId,
        Body: 'hello',
        MessageAttributes: { kind: expect.objectContaining({ StringValue: 'greeting' }) },
        Attributes: expect.objectContaining({ ApproximateReceiveCount: '1' }),
      }),
    ]);
    expect((await receive()).Messages).toBeUndefined();
    const ReceiptHandle = Messages[0]?.ReceiptHandle;
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
    const again = (await receive()).Messages?.[0];
    expect(again?.Attributes).toMatchObject({ ApproximateReceiveCount: '2' });
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again?.ReceiptHandle }));
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      QueueArn: queueOf('work').arn,
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
    });
  });

  it('sends and deletes in batches, each entry with its own outcome', async () => {
    const sent = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: [
          { Id: 'a', MessageBody: 'first' },
          { Id: 'b', MessageBody: '' },
          { Id: 'c', MessageBody: 'third' },
        ],
      }),
    );
    expect(sent.Successful?.map(({ Id }) => Id)).toEqual(['a', 'c']);
    expect(sent.Failed).toMatchObject([{ Id: 'b', SenderFault: true, Code: 'MissingParameter' }]);
    const { Messages = [] } = await receive();
    expect(Messages.map(({ Body }) => Body).toSorted()).toEqual(['first', 'third']);
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    const deleted = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    expect(deleted.Successful).toHaveLength(2);
  });

  it('keeps the order of a group of a FIFO queue', async () => {
    const url = (await sqs.send(new GetQueueUrlCommand({ QueueName: 'turns.fifo' }))).QueueUrl ?? '';
    for (const MessageBody of ['one', 'two']) {
      const ids = { MessageGroupId: 'g', MessageDeduplicationId: MessageBody };
      const { SequenceNumber } = await sqs.send(
        new SendMessageCommand({ QueueUrl: url, MessageBody, ...ids }),
      );
      expect(SequenceNumber).toMatch(/^\d+$/);
    }
    expect((await receive(url)).Messages?.map(({ Body }) => Body)).toEqual(['one', 'two']);
  });

  it('throws what SQS throws', async () => {
    const nowhere = QueueUrl.replace('work', 'none');
    await expect(
      sqs.send(new SendMessageCommand({ QueueUrl: nowhere, MessageBody: 'x' })),
    ).rejects.toMatchObject({ name: 'QueueDoesNotExist', message: 'The specified queue does not exist.' });
    await expect(sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [] }))).rejects.toMatchObject({
      name: 'EmptyBatchRequest',
    });
  });
});

describe('@aws-sdk/client-eventbridge', () => {
  it('puts events, of which those that match a rule reach its target', async () => {
    const entry = (total: number) => ({
      Source: 'shop',
      DetailType: 'OrderPlaced',
      Detail: JSON.stringify({ total }),
    });
    const put = await eventBridge.send(
      new PutEventsCommand({ Entries: [entry(250), entry(5), { ...entry(300), Detail: 'not json' }] }),
    );
    expect(put.FailedEntryCount).toBe(1);
    expect(put.Entries).toEqual([
      { EventId: expect.stringMatching(/^[\da-f-]{36}$/) },
      { EventId: expect.stringMatching(/^[\da-f-]{36}$/) },
      { ErrorCode: 'MalformedDetail', ErrorMessage: expect.any(String) },
    ]);
    const bodies: unknown[] = [];
    await expect
      .poll(
        async () => {
          const { Messages = [] } = await receive();
          bodies.push(...Messages.map(({ Body = '' }): unknown => JSON.parse(Body)));
          return bodies;
        },
        { timeout: 5_000 },
      )
      .toEqual([
        expect.objectContaining({
          id: put.Entries?.[0]?.EventId,
          source: 'shop',
          'detail-type': 'OrderPlaced',
          detail: { total: 250 },
        }),
      ]);
  });

  it('throws for calls that the engine does not have', async () => {
    await expect(eventBridge.send(new ListRulesCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      $metadata: { httpStatusCode: 400 },
    });
  });
});
