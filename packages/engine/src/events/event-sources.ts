/** AWS::Lambda::EventSourceMapping at work: queues and streams that feed functions. */
import { randomUUID } from 'node:crypto';
import type { DynamoDb } from '../dynamodb/contract.ts';
import type { InvokeResult } from '../lambda-host/contract.ts';
import type { AppModel, EventSourceMappingModel, TableModel } from '../model/app-model.ts';
import type { MessageQueue, NewMessage } from './queues/message-queue.ts';
import { startQueuePoller } from './queues/queue-poller.ts';
import { compileRecordFilter } from './record-filter.ts';
import { connectStream } from './streams/connect-stream.ts';
import { failureNotice } from './streams/failure-destination.ts';

export interface EventSourcesParts {
  readonly invoke: (functionName: string, payload: unknown) => Promise<InvokeResult>;
  /** undefined: the assembly has no such queue. */
  readonly queue: (arn: string) => MessageQueue | undefined;
  readonly sendTo: (queueArn: string, message: NewMessage) => void;
  readonly dynamodb: Pick<DynamoDb, 'onChange'>;
  readonly accountId: string;
  readonly region: string;
  readonly warn: (text: string) => void;
}

export interface EventSources {
  /** Starts and stops what the model changed; sources that stay the same go on undisturbed. */
  update(model: Pick<AppModel, 'eventSourceMappings' | 'tables'>): void;
  stop(): void;
}

export function createEventSources(parts: EventSourcesParts): EventSources {
  const { invoke, sendTo, dynamodb, accountId, region, warn } = parts;
  /** Running event sources by what they were made from, so that an update leaves those that it does not change. */
  let sources = new Map<string, () => void>();

  function update({ eventSourceMappings, tables }: Pick<AppModel, 'eventSourceMappings' | 'tables'>): void {
    const wanted = new Map(
      eventSourceMappings.map((mapping) => {
        const { source } = mapping;
        const table =
          source.kind === 'stream'
            ? tables.find(({ tableName }) => tableName === source.tableName)
            : undefined;
        return [JSON.stringify([mapping, table?.streamViewType]), { mapping, table }] as const;
      }),
    );
    const kept = [...sources].filter(([key, stopSource]) => {
      if (!wanted.has(key)) stopSource();
      return wanted.has(key);
    });
    sources = new Map(kept);
    for (const [key, { mapping, table }] of wanted) {
      const stopSource = sources.has(key) ? undefined : connectSource(mapping, table);
      if (stopSource !== undefined) sources.set(key, stopSource);
    }
  }

  function connectSource(
    mapping: EventSourceMappingModel,
    table: TableModel | undefined,
  ): (() => void) | undefined {
    const { source } = mapping;
    const filter = compileRecordFilter(mapping.filters, warn);
    if (source.kind === 'queue') {
      const queue = parts.queue(source.queueArn);
      if (queue !== undefined) return startQueuePoller({ mapping, queue, filter, invoke });
      warn(`Event source mapping "${mapping.logicalId}" names a queue that the assembly does not have.`);
      return undefined;
    }
    if (table?.streamViewType === undefined) {
      warn(
        `Event source mapping "${mapping.logicalId}" names a table that has no stream: ${source.tableName}`,
      );
      return undefined;
    }
    const { tableName, streamViewType: viewType } = table;
    const onGiveUp = reportFailures(mapping);
    const { streamArn } = source;
    return connectStream({
      mapping,
      filter,
      invoke,
      onGiveUp,
      dynamodb,
      tableName,
      streamArn,
      viewType,
      region,
    });
  }

  function reportFailures(mapping: EventSourceMappingModel): Parameters<typeof connectStream>[0]['onGiveUp'] {
    return (records, attempts) => {
      warn(
        `${records.length} stream record(s) for "${mapping.functionName}" are given up after ${attempts} attempt(s).`,
      );
      if (mapping.onFailureArn === undefined) return;
      const notice = failureNotice(
        `arn:aws:lambda:${region}:${accountId}:function:${mapping.functionName}`,
        records,
        {
          attempts,
          requestId: randomUUID(),
          nowMs: Date.now(),
        },
      );
      sendTo(mapping.onFailureArn, { body: JSON.stringify(notice), attributes: {} });
    };
  }

  return {
    update,
    stop() {
      for (const stopSource of sources.values()) stopSource();
      sources.clear();
    },
  };
}
