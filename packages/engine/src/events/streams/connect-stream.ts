import { randomUUID } from 'node:crypto';
import type { DynamoDb } from '../../dynamodb/contract.ts';
import type { StreamViewType } from '../../model/app-model.ts';
import { type StreamPollerParts, startStreamPoller } from './stream-poller.ts';
import { toStreamRecord } from './stream-record.ts';

export interface StreamConnection extends StreamPollerParts {
  readonly dynamodb: Pick<DynamoDb, 'onChange'>;
  readonly tableName: string;
  readonly streamArn: string;
  readonly viewType: StreamViewType;
  readonly region: string;
}

/**
 * Feeds the changes of one table from now on to a mapping (StartingPosition LATEST).
 * Differs from AWS: records live in memory; those that no function has handled end with the engine.
 * @returns stops it
 */
export function connectStream(connection: StreamConnection): () => void {
  const { dynamodb, tableName, streamArn, viewType, region } = connection;
  const poller = startStreamPoller(connection);
  let sequence = 0;
  const stopListening = dynamodb.onChange((change) => {
    if (change.tableName !== tableName) return;
    sequence += 1;
    const nowMs = Date.now();
    poller.push(
      toStreamRecord(change, { eventId: randomUUID(), sequence, nowMs, region, streamArn, viewType }),
    );
  });
  return () => {
    stopListening();
    poller.stop();
  };
}
