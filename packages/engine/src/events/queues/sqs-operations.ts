/** The operations of the SQS API that applications use, in its JSON protocol. */
import { createHash } from 'node:crypto';
import { isRecord } from '../../model/is-record.ts';
import type { ApiInput, ApiOperations } from '../http/answer-event-apis.ts';
import { ServiceFault } from '../http/service-fault.ts';
import { awaitMessages } from './await-messages.ts';
import { localQueueUrl } from './local-queue-url.ts';
import type { MessageQueue, NewMessage, ReceivedMessage } from './message-queue.ts';
import { messageAttributesOf } from './message-attributes.ts';

/** Bytes of a message. SQS developer guide, "Amazon SQS message quotas": 1 MiB (checked 2026-11-21). */
const MAX_MESSAGE_BYTES = 1024 * 1024;

/** SQS API reference, "ReceiveMessage" and the batch actions (checked 2026-11-21). */
const MAX_BATCH = 10;

/**
 * @param endpoint - of this API, for the addresses of queues
 * @param queueNamed - by queue name
 */
export function sqsOperations(
  endpoint: string,
  queueNamed: (name: string) => MessageQueue | undefined,
): ApiOperations {
  function queueOf(input: ApiInput): MessageQueue {
    const { QueueUrl, QueueName } = input;
    const name = typeof QueueUrl === 'string' ? QueueUrl.split('/').at(-1) : QueueName;
    const queue = typeof name === 'string' ? queueNamed(name) : undefined;
    if (queue !== undefined) return queue;
    throw new ServiceFault('com.amazonaws.sqs#QueueDoesNotExist', 'The specified queue does not exist.');
  }

  return new Map<string, (input: ApiInput) => unknown>([
    ['AmazonSQS.SendMessage', (input) => sendMessage(queueOf(input), input)],
    ['AmazonSQS.SendMessageBatch', (input) => inBatch(input, (entry) => sendMessage(queueOf(input), entry))],
    ['AmazonSQS.ReceiveMessage', (input) => receiveMessages(queueOf(input), input)],
    ['AmazonSQS.DeleteMessage', (input) => deleteMessage(queueOf(input), input)],
    [
      'AmazonSQS.DeleteMessageBatch',
      (input) => inBatch(input, (entry) => deleteMessage(queueOf(input), entry)),
    ],
    ['AmazonSQS.ChangeMessageVisibility', (input) => changeVisibility(queueOf(input), input)],
    ['AmazonSQS.GetQueueUrl', (input) => ({ QueueUrl: localQueueUrl(queueOf(input).model(), endpoint) })],
    ['AmazonSQS.GetQueueAttributes', (input) => ({ Attributes: attributesOf(queueOf(input)) })],
  ]);
}

function sendMessage(queue: MessageQueue, input: ApiInput): Record<string, unknown> {
  const message = parseMessage(queue, input);
  const { messageId, sequenceNumber } = queue.send(message);
  return {
    MessageId: messageId,
    MD5OfMessageBody: md5(message.body),
    ...(sequenceNumber === undefined ? {} : { SequenceNumber: sequenceNumber }),
  };
}

function parseMessage(queue: MessageQueue, input: ApiInput): NewMessage {
  const {
    MessageBody: body,
    DelaySeconds,
    MessageAttributes,
    MessageGroupId,
    MessageDeduplicationId,
  } = input;
  if (typeof body !== 'string' || body === '') throw missingParameter('MessageBody');
  if (Buffer.byteLength(body) > MAX_MESSAGE_BYTES) {
    const reason = `Message must be shorter than ${MAX_MESSAGE_BYTES} bytes.`;
    throw new ServiceFault('InvalidParameterValue', `One or more parameters are invalid. Reason: ${reason}`);
  }
  const { isFifo, hasContentBasedDeduplication } = queue.model();
  if (isFifo && typeof MessageGroupId !== 'string') throw missingParameter('MessageGroupId');
  if (isFifo && !hasContentBasedDeduplication && typeof MessageDeduplicationId !== 'string') {
    throw new ServiceFault(
      'InvalidParameterValue',
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  }
  return {
    body,
    attributes: isRecord(MessageAttributes) ? MessageAttributes : {},
    ...(typeof DelaySeconds === 'number' ? { delayMs: DelaySeconds * 1000 } : {}),
    ...(typeof MessageGroupId === 'string' ? { groupId: MessageGroupId } : {}),
    ...(typeof MessageDeduplicationId === 'string' ? { deduplicationId: MessageDeduplicationId } : {}),
  };
}

async function receiveMessages(queue: MessageQueue, input: ApiInput): Promise<Record<string, unknown>> {
  const { MaxNumberOfMessages = 1, VisibilityTimeout, WaitTimeSeconds = 0 } = input;
  const maxMessages = Math.min(Number(MaxNumberOfMessages), MAX_BATCH);
  const visibilityMs = typeof VisibilityTimeout === 'number' ? VisibilityTimeout * 1000 : undefined;
  const receive = () => queue.receive(maxMessages, visibilityMs);
  const messages = await awaitMessages(queue, receive, Number(WaitTimeSeconds) * 1000);
  return messages.length === 0 ? {} : { Messages: messages.map(toApiMessage) };
}

function toApiMessage(message: ReceivedMessage): Record<string, unknown> {
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: messageAttributesOf(message),
    ...(Object.keys(message.attributes).length > 0 ? { MessageAttributes: message.attributes } : {}),
  };
}

function deleteMessage(queue: MessageQueue, { ReceiptHandle }: ApiInput): Record<string, unknown> {
  if (typeof ReceiptHandle !== 'string') throw missingParameter('ReceiptHandle');
  queue.remove(ReceiptHandle);
  return {};
}

function changeVisibility(queue: MessageQueue, input: ApiInput): Record<string, unknown> {
  const { ReceiptHandle, VisibilityTimeout } = input;
  if (typeof ReceiptHandle !== 'string') throw missingParameter('ReceiptHandle');
  queue.changeVisibility(ReceiptHandle, Number(VisibilityTimeout) * 1000);
  return {};
}

function attributesOf(queue: MessageQueue): Record<string, string> {
  const { visible, inFlight, delayed } = queue.counts();
  const { arn, visibilityTimeoutMs } = queue.model();
  return {
    QueueArn: arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    VisibilityTimeout: String(visibilityTimeoutMs / 1000),
  };
}

/** Each entry succeeds or fails on its own. */
function inBatch(
  { Entries }: ApiInput,
  run: (entry: ApiInput) => Record<string, unknown>,
): Record<string, unknown> {
  const entries = Array.isArray(Entries) ? Entries.filter(isRecord) : [];
  if (entries.length === 0) {
    throw new ServiceFault(
      'com.amazonaws.sqs#EmptyBatchRequest',
      'There should be at least one entry in the request.',
    );
  }
  if (entries.length > MAX_BATCH) {
    const message = `Maximum number of entries per request are ${MAX_BATCH}. You have sent ${entries.length}.`;
    throw new ServiceFault('com.amazonaws.sqs#TooManyEntriesInBatchRequest', message);
  }
  const successful: unknown[] = [];
  const failed: unknown[] = [];
  for (const entry of entries) {
    try {
      successful.push({ Id: entry['Id'], ...run(entry) });
    } catch (fault) {
      if (!(fault instanceof ServiceFault)) throw fault;
      failed.push({ Id: entry['Id'], SenderFault: true, Code: fault.code, Message: fault.message });
    }
  }
  return { Successful: successful, ...(failed.length > 0 ? { Failed: failed } : {}) };
}

/** In place of a security measure: SQS uses MD5 so that clients notice damaged bodies. */
function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

function missingParameter(name: string): ServiceFault {
  return new ServiceFault('MissingParameter', `The request must contain the parameter ${name}.`);
}
