import { createHash } from 'node:crypto';
import { isRecord } from '../../model/is-record.ts';
import { messageAttributesOf } from './message-attributes.ts';
import type { ReceivedMessage } from './message-queue.ts';

/** One message as Lambda hands it to a function. @see AWS Lambda developer guide, "Using Lambda with Amazon SQS" */
export function toQueueRecord(message: ReceivedMessage, queueArn: string): Record<string, unknown> {
  return {
    messageId: message.messageId,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: messageAttributesOf(message),
    messageAttributes: Object.fromEntries(
      Object.entries(message.attributes).map(([name, value]) => [name, toRecordAttribute(value)]),
    ),
    md5OfBody: createHash('md5').update(message.body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: queueArn.split(':')[3],
  };
}

function toRecordAttribute(attribute: unknown): Record<string, unknown> {
  const { StringValue, BinaryValue, DataType } = isRecord(attribute) ? attribute : {};
  return {
    ...(StringValue === undefined ? {} : { stringValue: StringValue }),
    ...(BinaryValue === undefined ? {} : { binaryValue: BinaryValue }),
    stringListValues: [],
    binaryListValues: [],
    dataType: DataType,
  };
}

/** Filters see a body that is a JSON object as that object, other bodies as text. */
export function toFilteredQueueRecord(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { body } = record;
  try {
    const parsed: unknown = JSON.parse(String(body));
    return isRecord(parsed) ? { ...record, body: parsed } : { ...record };
  } catch {
    return { ...record };
  }
}
