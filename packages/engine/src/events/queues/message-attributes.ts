import type { ReceivedMessage } from './message-queue.ts';

/** Who sends here; on SQS the id of the sender's role. */
const SENDER_ID = 'AROALOCAL:local';

/** The system attributes of a message that was received. @see SQS API reference, "ReceiveMessage" */
export function messageAttributesOf(message: ReceivedMessage): Record<string, string> {
  const { groupId, deduplicationId, sequenceNumber } = message;
  return {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAtMs),
    SenderId: SENDER_ID,
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAtMs),
    ...(sequenceNumber === undefined ? {} : { SequenceNumber: sequenceNumber }),
    ...(groupId === undefined ? {} : { MessageGroupId: groupId }),
    ...(deduplicationId === undefined ? {} : { MessageDeduplicationId: deduplicationId }),
  };
}
