/** One execution environment: a worker thread (or an inspected process) with the function's code, one invocation at a time. */
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { LambdaFunctionModel } from '../model/app-model.ts';
import type { InvokeResult, LambdaHostOptions, LambdaLogLine } from './contract.ts';
import type { Execution, ExecutionListener, ExecutionOptions } from './execution.ts';
import { type InspectorPort, startInspectedProcess } from './inspected-process.ts';
import { functionError, handlerResult, runtimeExited, timedOut, type WorkerEnd } from './invoke-results.ts';
import { factsOf, layersByRank, runtimeEnvironment } from './runtime-environment.ts';
import { sdkFallback } from './sdk-location.ts';
import { startThread } from './thread-execution.ts';
import { parseWorkerMessage, type WorkerMessage } from './worker-message.ts';

/** Milliseconds. AWS Lambda developer guide, "Init phase": limited to 10 seconds (checked 2026-11-21). */
const INIT_TIMEOUT_MS = 10_000;

/** Mebibytes that a worker needs for itself; a smaller function gets these. */
const MIN_HEAP_MB = 64;

export interface FunctionWorker {
  /** Call only when no other call runs. Never rejects. */
  invoke(eventJson: string, clientContext?: unknown): Promise<InvokeResult>;
  /** False after it ended, or failed in a way after which Lambda starts anew. */
  isUsable(): boolean;
  /** True until the function's code is there. */
  isLoading(): boolean;
  /** Milliseconds that the function's code took to load; 0 while it does. */
  loadMs(): number;
  /** Ends it at once; a running call becomes a function error. */
  kill(): Promise<void>;
}

interface RunningCall {
  readonly requestId: string;
  readonly eventJson: string;
  readonly clientContext: unknown;
  readonly startedAtMs: number;
  readonly settle: (result: InvokeResult) => void;
  timer: NodeJS.Timeout | undefined;
}

export interface WorkerOptions extends Pick<
  LambdaHostOptions,
  'environment' | 'log' | 'sdkResolveFrom' | 'dynamodb'
> {
  /** Set for the function that a debugger attaches to: timeouts are off then. */
  readonly inspectorPort?: InspectorPort | undefined;
}

export function startFunctionWorker(model: LambdaFunctionModel, options: WorkerOptions): FunctionWorker {
  const { inspectorPort } = options;
  const facts = factsOf(model, randomUUID());
  const log = (level: LambdaLogLine['level'], text: string): void =>
    options.log({ functionName: model.functionName, level, text });

  let call: RunningCall | undefined;
  let state: 'loading' | 'ready' | 'ended' = 'loading';
  let end: WorkerEnd | undefined;
  const startedAtMs = performance.now();
  let loadMs = 0;

  function finish(resultOf: (durationMs: number, requestId: string) => InvokeResult): void {
    const finished = call;
    if (finished === undefined) return;
    call = undefined;
    clearTimeout(finished.timer);
    execution.unref();
    finished.settle(resultOf(performance.now() - finished.startedAtMs, finished.requestId));
  }

  function startTimer(running: RunningCall, timerMs: number): void {
    clearTimeout(running.timer);
    // A breakpoint takes as long as it takes.
    if (inspectorPort !== undefined) return;
    running.timer = setTimeout(() => {
      state = 'ended';
      const { timeoutMs } = model;
      finish((durationMs, requestId) =>
        timedOut({ timeoutMs, requestId, nowEpochMs: Date.now(), durationMs }),
      );
      void execution.terminate();
    }, timerMs);
  }

  function send(running: RunningCall): void {
    startTimer(running, model.timeoutMs);
    execution.post({
      eventJson: running.eventJson,
      clientContext: running.clientContext,
      requestId: running.requestId,
      deadlineEpochMs: Date.now() + model.timeoutMs,
      function: facts,
    });
  }

  function receive(message: WorkerMessage): void {
    switch (message.kind) {
      case 'log':
        return log(message.level, message.text);
      case 'dynamodb-request':
        return void answerDynamoDbRequest(message);
      case 'ready':
        state = 'ready';
        loadMs = performance.now() - startedAtMs;
        return call === undefined ? undefined : send(call);
      case 'crashed':
      case 'load-failed':
        state = 'ended';
        if (call === undefined) log('error', `${message.error.errorType}: ${message.error.errorMessage}`);
        finish((durationMs) => functionError(message.error, durationMs));
        return void execution.terminate();
      case 'succeeded':
        return finish((durationMs) => handlerResult(message, durationMs));
      case 'failed':
        return finish((durationMs) => functionError(message.error, durationMs));
    }
  }

  async function answerDynamoDbRequest({
    id,
    target,
    body,
  }: WorkerMessage & { readonly kind: 'dynamodb-request' }): Promise<void> {
    const answer = await options.dynamodb?.answer({ target, body });
    if (answer !== undefined) execution.post({ kind: 'dynamodb-answer', id, ...answer });
  }

  const execution = startExecution(
    {
      settings: {
        codeDirectory: model.codeDirectory,
        handler: model.handler,
        layerDirectories: layersByRank(model),
        sdkResolveFrom: sdkFallback(model.codeDirectory, options.sdkResolveFrom),
        dynamodbUrl: options.dynamodb?.url,
      },
      environment: runtimeEnvironment(model, facts, {
        added: options.environment,
        hostPath: process.env.PATH,
      }),
      heapMb: Math.max(MIN_HEAP_MB, model.memoryMb),
    },
    {
      onMessage: (message) => receive(parseWorkerMessage(message)),
      onError: (text) => log('error', text),
      onEnd(reason) {
        state = 'ended';
        finish((durationMs, requestId) => runtimeExited(end ?? reason, requestId, durationMs));
      },
    },
    { inspectorPort, onAddress: (address) => log('info', describeInspector(address, model)) },
  );
  createInterface({ input: execution.stdout }).on('line', (text) => log('info', text));
  createInterface({ input: execution.stderr }).on('line', (text) => log('error', text));

  return {
    invoke: (eventJson, clientContext) =>
      new Promise((settle) => {
        call = {
          requestId: randomUUID(),
          eventJson,
          clientContext,
          startedAtMs: performance.now(),
          settle,
          timer: undefined,
        };
        execution.ref();
        if (state === 'ready') send(call);
        else startTimer(call, INIT_TIMEOUT_MS);
      }),
    isUsable: () => state !== 'ended',
    isLoading: () => state === 'loading',
    loadMs: () => loadMs,
    async kill() {
      end ??= { kind: 'killed' };
      state = 'ended';
      await execution.terminate();
    },
  };
}

function startExecution(
  options: ExecutionOptions,
  listener: ExecutionListener,
  inspection: {
    readonly inspectorPort: InspectorPort | undefined;
    readonly onAddress: (address: string) => void;
  },
): Execution {
  const { inspectorPort: port, onAddress } = inspection;
  return port === undefined
    ? startThread(options, listener)
    : startInspectedProcess(options, listener, { port, onAddress });
}

function describeInspector(address: string, { timeoutMs }: LambdaFunctionModel): string {
  const { port } = new URL(address);
  return (
    `Debugger: ${address} (VS Code: attach to port ${port}; Chrome: chrome://inspect). ` +
    `The function's timeout of ${timeoutMs / 1000} s is off, and it answers one call at a time; ` +
    'requests to the API still end after 30 s.'
  );
}
