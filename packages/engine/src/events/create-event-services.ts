/** The event services of one account: what an assembly says of buses, queues and event sources, at work. */
import { randomUUID } from 'node:crypto';
import type { DynamoDb } from '../dynamodb/contract.ts';
import type { DestinationMessage, InvokeResult, LambdaHost } from '../lambda-host/contract.ts';
import type { QueueModel } from '../model/app-model.ts';
import { isRecord } from '../model/is-record.ts';
import { createEventBus } from './bus/event-bus.ts';
import type { EventServices } from './contract.ts';
import { createEventSources } from './event-sources.ts';
import { type ApiOperations, answerEventApis } from './http/answer-event-apis.ts';
import { type MessageQueue, type NewMessage, createMessageQueue } from './queues/message-queue.ts';
import { sqsOperations } from './queues/sqs-operations.ts';

export interface EventServicesParts {
  readonly lambda: Pick<LambdaHost, 'invoke' | 'invokeAsync'>;
  readonly dynamodb: Pick<DynamoDb, 'onChange'>;
  readonly accountId: string;
  readonly region: string;
  /** Where the HTTP API is reached. */
  readonly endpoint: string;
  /** Things that a developer should know: targets that are not run, patterns that are not valid, batches that fail. */
  readonly warn: (text: string) => void;
  /** Of other services on the same endpoint. */
  readonly furtherOperations?: ApiOperations;
}

export function createEventServices(parts: EventServicesParts): EventServices {
  const { lambda, dynamodb, accountId, region, endpoint, warn } = parts;
  const queues = new Map<string, MessageQueue>();

  const bus = createEventBus({
    surroundings: () => ({ accountId, region, id: randomUUID(), nowMs: Date.now() }),
    deliver,
    warn,
  });
  const sources = createEventSources({
    invoke,
    queue: (arn) => queues.get(queueName(arn)),
    sendTo,
    dynamodb,
    accountId,
    region,
    warn,
  });
  const operations: ApiOperations = new Map([
    ['AWSEvents.PutEvents', ({ Entries }) => bus.putEvents(Entries)],
    ...sqsOperations(endpoint, (name) => queues.get(name)),
    ...(parts.furtherOperations ?? []),
  ]);

  function sendTo(queueArn: string, message: NewMessage): void {
    const queue = queues.get(queueName(queueArn));
    if (queue === undefined)
      warn(`A message for the queue ${queueArn}, which the assembly does not have, is dropped.`);
    else queue.send(message);
  }

  function deliver(targetArn: string, input: unknown): void {
    const [, , service, , , ...resource] = targetArn.split(':');
    if (service === 'lambda') invokeLater(resource[1] ?? '', input);
    else if (service === 'sqs') sendTo(targetArn, { body: JSON.stringify(input), attributes: {} });
    else warn(`An event matches a rule whose target is not run here: ${targetArn}`);
  }

  /** AWS Lambda developer guide, "Retaining records of asynchronous invocations": the form for each kind of destination. */
  function sendToDestination(arn: string, { body, attributes }: DestinationMessage): void {
    const [, , service, , , ...resource] = arn.split(':');
    if (service === 'sqs') sendTo(arn, { body: JSON.stringify(body), attributes });
    else if (service === 'lambda') invokeLater(resource[1] ?? '', body);
    else if (service === 'events') bus.putEvents([destinationEvent(arn, body)]);
    else warn(`The result of an asynchronous invocation has a destination that is not run here: ${arn}`);
  }

  function invokeLater(functionName: string, input: unknown): void {
    try {
      lambda.invokeAsync(functionName, input);
    } catch (fault) {
      warn(`A function can't be invoked: ${messageOf(fault)}`);
    }
  }

  /** A function that is missing fails like one that throws: the mapping tries again, and gives up in time. */
  async function invoke(functionName: string, payload: unknown): Promise<InvokeResult> {
    try {
      const result = await lambda.invoke(functionName, payload);
      if (result.kind !== 'success') warn(`A batch for "${functionName}" failed: ${result.errorMessage}`);
      return result;
    } catch (fault) {
      const errorMessage = messageOf(fault);
      warn(`A batch for "${functionName}" failed: ${errorMessage}`);
      return { kind: 'function-error', errorType: 'NotInvoked', errorMessage, trace: [], durationMs: 0 };
    }
  }

  function updateQueues(models: readonly QueueModel[]): void {
    const names = new Set(models.map(({ name }) => name));
    for (const name of queues.keys()) if (!names.has(name)) queues.delete(name);
    for (const model of models) {
      const existing = queues.get(model.name);
      if (existing !== undefined) existing.configure(model);
      else queues.set(model.name, newQueue(model));
    }
  }

  function newQueue(model: QueueModel): MessageQueue {
    return createMessageQueue(model, { nowMs: Date.now, newId: randomUUID, toDeadLetters: sendTo });
  }

  return {
    update(model) {
      bus.update(model.eventRules);
      updateQueues(model.queues);
      sources.update(model);
    },
    putEvents: (entries) => bus.putEvents(entries),
    sendToDestination,
    serves: ({ headers }) => operations.has(String(headers['x-amz-target'])),
    handleHttp: (request, response) => void answerEventApis(operations, request, response),
    stop: sources.stop,
  };
}

/** @param record - of the invocation */
function destinationEvent(busArn: string, record: unknown): Record<string, unknown> {
  const context = isRecord(record) && isRecord(record['requestContext']) ? record['requestContext'] : {};
  const { functionArn, condition } = context;
  const outcome = condition === 'Success' ? 'Success' : 'Failure';
  return {
    Source: 'lambda',
    DetailType: `Lambda Function Invocation Result - ${outcome}`,
    Detail: JSON.stringify(record),
    EventBusName: busArn,
    Resources: [busArn, functionArn],
  };
}

function queueName(arn: string): string {
  return arn.split(':').at(-1) ?? '';
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
