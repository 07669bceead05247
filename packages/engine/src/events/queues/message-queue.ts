/** One SQS queue in memory: delay, visibility, order and duplicates of FIFO queues, dead letters. */
import { createHash } from 'node:crypto';
import type { QueueModel } from '../../model/app-model.ts';

/** SQS developer guide, "Using the message deduplication ID" (checked 2026-11-21). */
const DEDUPLICATION_MS = 5 * 60_000;

export interface NewMessage {
  readonly body: string;
  /** `MessageAttributes` as the API has them. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly delayMs?: number;
  readonly groupId?: string;
  readonly deduplicationId?: string;
}

export interface SentMessage {
  readonly messageId: string;
  /** FIFO queues only. */
  readonly sequenceNumber: string | undefined;
}

export interface ReceivedMessage extends NewMessage, SentMessage {
  readonly receiptHandle: string;
  readonly receiveCount: number;
  readonly sentAtMs: number;
  readonly firstReceivedAtMs: number;
}

export interface MessageQueue {
  model(): QueueModel;
  /** Other settings, the same messages. */
  configure(model: QueueModel): void;
  send(message: NewMessage): SentMessage;
  /** @param visibilityMs - the queue's own when absent */
  receive(maxMessages: number, visibilityMs?: number): readonly ReceivedMessage[];
  /** A handle that is not current does nothing, as on SQS. */
  remove(receiptHandle: string): void;
  changeVisibility(receiptHandle: string, visibilityMs: number): void;
  counts(): { readonly visible: number; readonly inFlight: number; readonly delayed: number };
  /** When the next message that can't be received now may be; undefined: none. */
  nextVisibleAtMs(): number | undefined;
  /** Hears of everything that may have made a message receivable, except of time. */
  onChange(listener: () => void): () => void;
}

interface StoredMessage extends NewMessage, SentMessage {
  readonly sentAtMs: number;
  visibleAtMs: number;
  firstReceivedAtMs: number | undefined;
  receiveCount: number;
  receiptHandle: string | undefined;
}

export interface MessageQueueParts {
  readonly nowMs: () => number;
  readonly newId: () => string;
  /** Takes a message that was received too often. */
  readonly toDeadLetters: (queueArn: string, message: NewMessage) => void;
}

export function createMessageQueue(initialModel: QueueModel, parts: MessageQueueParts): MessageQueue {
  const { nowMs, newId, toDeadLetters } = parts;
  let model = initialModel;
  let messages: StoredMessage[] = [];
  let sequence = 0;
  const listeners = new Set<() => void>();
  const recent = new Map<string, { readonly sent: SentMessage; readonly untilMs: number }>();

  function find(receiptHandle: string): StoredMessage | undefined {
    return messages.find((message) => message.receiptHandle === receiptHandle);
  }

  function remember(message: NewMessage, sent: SentMessage): void {
    const id = deduplicationIdOf(model, message);
    if (id !== undefined) recent.set(id, { sent, untilMs: nowMs() + DEDUPLICATION_MS });
  }

  /** What the same message was answered before, within the deduplication interval. */
  function duplicateOf(message: NewMessage): SentMessage | undefined {
    for (const [id, { untilMs }] of recent) if (untilMs <= nowMs()) recent.delete(id);
    const id = deduplicationIdOf(model, message);
    return id === undefined ? undefined : recent.get(id)?.sent;
  }

  function dropExpired(): void {
    const oldestMs = nowMs() - model.retentionMs;
    messages = messages.filter((message) => message.sentAtMs >= oldestMs);
  }

  return {
    model: () => model,
    configure(next) {
      model = next;
    },
    send(message) {
      const duplicate = duplicateOf(message);
      if (duplicate !== undefined) return duplicate;
      sequence += 1;
      const sequenceNumber = model.isFifo ? String(sequence).padStart(20, '0') : undefined;
      const sent: SentMessage = { messageId: newId(), sequenceNumber };
      messages.push({
        ...message,
        ...sent,
        sentAtMs: nowMs(),
        visibleAtMs: nowMs() + (message.delayMs ?? model.delayMs),
        firstReceivedAtMs: undefined,
        receiveCount: 0,
        receiptHandle: undefined,
      });
      remember(message, sent);
      for (const listener of listeners) listener();
      return sent;
    },
    receive(maxMessages, visibilityMs = model.visibilityTimeoutMs) {
      dropExpired();
      const now = nowMs();
      const received: ReceivedMessage[] = [];
      const dead = new Set<StoredMessage>();
      /** Groups of which an earlier message is still being worked on. */
      const blocked = new Set<string>();
      for (const message of messages) {
        if (received.length >= maxMessages) break;
        const group = model.isFifo ? message.groupId : undefined;
        if (group !== undefined && blocked.has(group)) continue;
        if (message.visibleAtMs > now) {
          if (group !== undefined) blocked.add(group);
          continue;
        }
        if (model.deadLetter !== undefined && message.receiveCount >= model.deadLetter.maxReceiveCount) {
          dead.add(message);
          continue;
        }
        const receiptHandle = newId();
        message.receiveCount += 1;
        message.visibleAtMs = now + visibilityMs;
        message.receiptHandle = receiptHandle;
        const firstReceivedAtMs = (message.firstReceivedAtMs ??= now);
        received.push({ ...message, receiptHandle, firstReceivedAtMs });
      }
      messages = messages.filter((message) => !dead.has(message));
      const { deadLetter } = model;
      if (deadLetter !== undefined) for (const message of dead) toDeadLetters(deadLetter.queueArn, message);
      return received;
    },
    remove(receiptHandle) {
      messages = messages.filter((message) => message.receiptHandle !== receiptHandle);
      // The next message of a group may be waiting for this one.
      for (const listener of listeners) listener();
    },
    changeVisibility(receiptHandle, visibilityMs) {
      const message = find(receiptHandle);
      if (message === undefined) return;
      message.visibleAtMs = nowMs() + visibilityMs;
      for (const listener of listeners) listener();
    },
    counts() {
      dropExpired();
      const now = nowMs();
      const hidden = messages.filter((message) => message.visibleAtMs > now);
      const inFlight = hidden.filter((message) => message.receiveCount > 0).length;
      return { visible: messages.length - hidden.length, inFlight, delayed: hidden.length - inFlight };
    },
    nextVisibleAtMs() {
      const times = messages.map((message) => message.visibleAtMs).filter((at) => at > nowMs());
      return times.length === 0 ? undefined : Math.min(...times);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function deduplicationIdOf(model: QueueModel, message: NewMessage): string | undefined {
  if (!model.isFifo) return undefined;
  if (message.deduplicationId !== undefined) return message.deduplicationId;
  if (!model.hasContentBasedDeduplication) return undefined;
  return createHash('sha256').update(message.body).digest('hex');
}
