/** A committed change of an item -> the record that a DynamoDB stream would hold. */
import type { ItemChange } from '../../dynamodb/contract.ts';
import type { StreamViewType } from '../../model/app-model.ts';

export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion: '1.1';
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string;
  readonly dynamodb: {
    /** Seconds since 1970. */
    readonly ApproximateCreationDateTime: number;
    readonly Keys: unknown;
    readonly NewImage?: unknown;
    readonly OldImage?: unknown;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: StreamViewType;
  };
  readonly eventSourceARN: string;
  /** Only for items that their time to live ended. */
  readonly userIdentity?: { readonly type: 'Service'; readonly principalId: 'dynamodb.amazonaws.com' };
}

export interface StreamRecordParts {
  readonly eventId: string;
  /** Counts up with each change. */
  readonly sequence: number;
  readonly nowMs: number;
  readonly region: string;
  readonly streamArn: string;
  readonly viewType: StreamViewType;
}

/** Digits of a sequence number on AWS: 21 or more. */
const SEQUENCE_DIGITS = 21;

/** @see DynamoDB Streams API reference, "Record"; AWS Lambda developer guide, "DynamoDB", "Example event" */
export function toStreamRecord(change: ItemChange, parts: StreamRecordParts): StreamRecord {
  const { before, after, keys, cause } = change;
  const { viewType } = parts;
  const hasNew = viewType === 'NEW_IMAGE' || viewType === 'NEW_AND_OLD_IMAGES';
  const hasOld = viewType === 'OLD_IMAGE' || viewType === 'NEW_AND_OLD_IMAGES';
  const images = {
    ...(hasNew && after !== undefined ? { NewImage: after } : {}),
    ...(hasOld && before !== undefined ? { OldImage: before } : {}),
  };
  return {
    eventID: parts.eventId.replaceAll('-', ''),
    eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: parts.region,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(parts.nowMs / 1000),
      Keys: keys,
      ...images,
      SequenceNumber: String(parts.sequence).padStart(SEQUENCE_DIGITS, '0'),
      SizeBytes: Buffer.byteLength(JSON.stringify({ keys, ...images })),
      StreamViewType: viewType,
    },
    eventSourceARN: parts.streamArn,
    ...(cause === 'time-to-live'
      ? { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }
      : {}),
  };
}
