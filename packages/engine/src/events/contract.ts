/** Contract of the event services: a bus with rules, queues, and event sources that invoke Lambda functions. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DestinationMessage } from '../lambda-host/contract.ts';
import type { AppModel } from '../model/app-model.ts';

/** EventBridge API reference, "PutEventsResultEntry". */
export type PutEventsResultEntry =
  { readonly EventId: string } | { readonly ErrorCode: string; readonly ErrorMessage: string };

export interface PutEventsResult {
  /** As many as events were put, in their order. */
  readonly Entries: readonly PutEventsResultEntry[];
  readonly FailedEntryCount: number;
}

export interface EventServices {
  /** Rules, queues and mappings of an assembly in place of the earlier ones. Messages of queues that stay are kept. */
  update(model: Pick<AppModel, 'tables' | 'eventRules' | 'queues' | 'eventSourceMappings'>): void;
  /**
   * EventBridge `PutEvents`: matching rules run their targets afterwards.
   * @param entries - `PutEventsRequestEntry` as JSON; at most 10
   * @throws ServiceFault when the call as a whole is refused; a faulty entry is only its own failure
   */
  putEvents(entries: unknown): PutEventsResult;
  /** What became of an asynchronous invocation, to a queue, a function or a bus. */
  sendToDestination(destinationArn: string, message: DestinationMessage): void;
  /** True for a request of one of the APIs that are called by `X-Amz-Target`: EventBridge, SQS, and `furtherOperations`. */
  serves(request: IncomingMessage): boolean;
  handleHttp(request: IncomingMessage, response: ServerResponse): void;
  stop(): void;
}
