/** Collects what is asked of a subgraph at one time, so that it becomes one operation. */
import type { Answer } from '../answer.ts';
import type { Operation } from '../operation/build-operation.ts';
import { buildOperation } from '../operation/build-operation.ts';
import type { OperationPart } from '../operation/operation-part.ts';
import type { PartAnswers } from '../operation/read-answer.ts';
import { failParts, readAnswer } from '../operation/read-answer.ts';
import type { SubgraphShape } from '../shape.ts';
import type { SendOperation, SendOutcome } from './send-operation.ts';

export type Headers = Readonly<Record<string, string>>;

export interface OperationWindow {
  /**
   * One answer for a root field, one for each representation otherwise.
   * @param request - an object of the client's request: mutations share an operation with those of the same object
   */
  ask(part: OperationPart, headers: Headers, request?: object): Promise<readonly Answer[]>;
}

export interface OperationWindowOptions {
  readonly name: string;
  readonly shape: SubgraphShape;
  readonly send: SendOperation;
  /** Names of headers that reach the subgraph: requests that differ in them never share an operation. */
  readonly forwardHeaders: readonly string[];
  /** Sends queries once that are equal and under way at the same time. */
  readonly deduplicatesQueries: boolean;
  /** Calls back when what was asked for at one time is complete. */
  readonly afterwards: (flush: () => void) => void;
}

interface Waiting {
  readonly part: OperationPart;
  readonly resolve: (answers: readonly Answer[]) => void;
}

/** Mutations stay in the order in which they were asked for, and are sent without any of another client. */
export function createOperationWindow(options: OperationWindowOptions): OperationWindow {
  const { name, shape, send, forwardHeaders, deduplicatesQueries, afterwards } = options;
  const windows = new Map<string | object, Waiting[]>();
  const inFlight = new Map<string, Promise<SendOutcome>>();

  function ask(part: OperationPart, headers: Headers, request?: object): Promise<readonly Answer[]> {
    const key = JSON.stringify(forwardHeaders.map((header) => headers[header.toLowerCase()] ?? null));
    const window = part.kind === 'root' && part.operation === 'mutation' ? request : key;
    return new Promise((resolve) => {
      if (window === undefined) return void run([{ part, resolve }], headers, key);
      const waiting = windows.get(window) ?? [];
      if (waiting.push({ part, resolve }) > 1) return;
      windows.set(window, waiting);
      afterwards(() => {
        windows.delete(window);
        void run(waiting, headers, key);
      });
    });
  }

  async function run(waiting: readonly Waiting[], headers: Headers, key: string): Promise<void> {
    const operation = buildOperation(
      waiting.map(({ part }) => part),
      shape,
    );
    const answers = dealOut(operation, await sendOnce(operation, headers, key));
    for (const { part, resolve } of waiting) resolve(answers.get(part) ?? []);
  }

  function sendOnce(operation: Operation, headers: Headers, headersKey: string): Promise<SendOutcome> {
    if (operation.kind === 'mutation' || !deduplicatesQueries) return send(operation, headers);
    const key = `${headersKey}${operation.body}`;
    const running = inFlight.get(key);
    if (running !== undefined) return running;
    const sent = send(operation, headers).finally(() => inFlight.delete(key));
    inFlight.set(key, sent);
    return sent;
  }

  function dealOut(operation: Operation, outcome: SendOutcome): PartAnswers {
    return outcome.kind === 'failed'
      ? failParts(operation, outcome.fault, name)
      : readAnswer(operation, outcome.body, name);
  }

  return { ask };
}
