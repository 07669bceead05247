/** One execution environment: a worker thread with the function's code, one invocation at a time. */
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { LambdaFunctionModel } from '../model/app-model.ts';
import type { InvokeResult, LambdaHostOptions, LambdaLogLine } from './contract.ts';
import { functionError, handlerResult, runtimeExited, timedOut, type WorkerEnd } from './invoke-results.ts';
import { factsOf, runtimeEnvironment } from './runtime-environment.ts';
import { sdkFallback } from './sdk-location.ts';
import { parseWorkerMessage, type WorkerMessage } from './worker-message.ts';

/** Milliseconds. AWS Lambda developer guide, "Init phase": limited to 10 seconds (checked 2026-11-21). */
const INIT_TIMEOUT_MS = 10_000;

/** Mebibytes that a worker needs for itself; a smaller function gets these. */
const MIN_HEAP_MB = 64;

const WORKER_FILE = new URL('./worker.mjs', import.meta.url);

export interface FunctionWorker {
  /** Call only when no other call runs. Never rejects. */
  invoke(eventJson: string): Promise<InvokeResult>;
  /** False after it ended, or failed in a way after which Lambda starts anew. */
  isUsable(): boolean;
  /** True until the function's code is there. */
  isLoading(): boolean;
  /** Ends it at once; a running call becomes a function error. */
  kill(): Promise<void>;
}

interface RunningCall {
  readonly requestId: string;
  readonly eventJson: string;
  readonly startedAtMs: number;
  readonly settle: (result: InvokeResult) => void;
  timer: NodeJS.Timeout | undefined;
}

export type WorkerOptions = Pick<LambdaHostOptions, 'environment' | 'log' | 'sdkResolveFrom'>;

export function startFunctionWorker(model: LambdaFunctionModel, options: WorkerOptions): FunctionWorker {
  const facts = factsOf(model, randomUUID());
  const worker = new Worker(WORKER_FILE, {
    env: runtimeEnvironment(model, facts, { added: options.environment, hostPath: process.env.PATH }),
    workerData: {
      codeDirectory: model.codeDirectory,
      handler: model.handler,
      sdkResolveFrom: sdkFallback(model.codeDirectory, options.sdkResolveFrom),
    },
    resourceLimits: { maxOldGenerationSizeMb: Math.max(MIN_HEAP_MB, model.memoryMb) },
    // The function's own: neither the engine's loaders nor its flags.
    execArgv: [],
    argv: [],
    stdout: true,
    stderr: true,
  });
  const log = (level: LambdaLogLine['level'], text: string): void =>
    options.log({ functionName: model.functionName, level, text });
  createInterface({ input: worker.stdout }).on('line', (text) => log('info', text));
  createInterface({ input: worker.stderr }).on('line', (text) => log('error', text));

  let call: RunningCall | undefined;
  let state: 'loading' | 'ready' | 'ended' = 'loading';
  let end: WorkerEnd | undefined;

  function finish(resultOf: (durationMs: number, requestId: string) => InvokeResult): void {
    const finished = call;
    if (finished === undefined) return;
    call = undefined;
    clearTimeout(finished.timer);
    worker.unref();
    finished.settle(resultOf(performance.now() - finished.startedAtMs, finished.requestId));
  }

  function startTimer(running: RunningCall, timerMs: number): void {
    clearTimeout(running.timer);
    running.timer = setTimeout(() => {
      state = 'ended';
      const { timeoutMs } = model;
      finish((durationMs, requestId) =>
        timedOut({ timeoutMs, requestId, nowEpochMs: Date.now(), durationMs }),
      );
      void worker.terminate();
    }, timerMs);
  }

  function send(running: RunningCall): void {
    startTimer(running, model.timeoutMs);
    worker.postMessage({
      eventJson: running.eventJson,
      requestId: running.requestId,
      deadlineEpochMs: Date.now() + model.timeoutMs,
      function: facts,
    });
  }

  function receive(message: WorkerMessage): void {
    switch (message.kind) {
      case 'log':
        return log(message.level, message.text);
      case 'ready':
        state = 'ready';
        return call === undefined ? undefined : send(call);
      case 'crashed':
      case 'load-failed':
        state = 'ended';
        if (call === undefined) log('error', `${message.error.errorType}: ${message.error.errorMessage}`);
        finish((durationMs) => functionError(message.error, durationMs));
        return void worker.terminate();
      case 'succeeded':
        return finish((durationMs) => handlerResult(message, durationMs));
      case 'failed':
        return finish((durationMs) => functionError(message.error, durationMs));
    }
  }

  worker.on('message', (message: unknown) => receive(parseWorkerMessage(message)));
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') end ??= { kind: 'out-of-memory' };
    else log('error', String(error));
  });
  worker.on('exit', (status) => {
    state = 'ended';
    const reason = end ?? { kind: 'exited', status };
    finish((durationMs, requestId) => runtimeExited(reason, requestId, durationMs));
  });

  return {
    invoke: (eventJson) =>
      new Promise((settle) => {
        call = {
          requestId: randomUUID(),
          eventJson,
          startedAtMs: performance.now(),
          settle,
          timer: undefined,
        };
        worker.ref();
        if (state === 'ready') send(call);
        else startTimer(call, INIT_TIMEOUT_MS);
      }),
    isUsable: () => state !== 'ended',
    isLoading: () => state === 'loading',
    async kill() {
      end ??= { kind: 'killed' };
      state = 'ended';
      await worker.terminate();
    },
  };
}
