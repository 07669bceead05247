/** The execution environments of one function: warm ones are used again, more are started under load, calls queue above the limit. */
import type { LambdaFunctionModel } from '../model/app-model.ts';
import type { InvokeResult } from './contract.ts';
import { startCpuShare } from './cpu-share.ts';
import { HOST_STOPPED } from './invoke-results.ts';
import { throttled } from './lambda-service-error.ts';
import { growAfterMs, isGrowthDue, SATURATED_SHARE } from './pool-growth.ts';
import { startFunctionWorker, type FunctionWorker, type WorkerOptions } from './function-worker.ts';

/** Calls of one function that run at the same time on this machine; Lambda allows 1,000 for an account. */
export const MAX_CONCURRENT_CALLS = 10;

/** Milliseconds between two looks at an environment that loads while calls wait. */
const LOADING_CHECK_MS = 20;

export interface FunctionPool {
  /** Rejects only for a payload that is no JSON, and with `TooManyRequestsException` above the reserved concurrency. */
  invoke(payload: unknown, clientContext?: unknown): Promise<InvokeResult>;
  /** Loads the code in one environment ahead of the first call. */
  warm(): void;
  /** Later calls run `model` in new environments; running calls finish in the old ones. */
  replace(model: LambdaFunctionModel): void;
  model(): LambdaFunctionModel;
  /** Environments that wait for a call, and those that run one. */
  environments(): { readonly warm: number; readonly busy: number };
  /** Ends all environments at once. Queued calls start in new ones. */
  kill(): Promise<void>;
  /** The same, and queued calls fail; for good. */
  stop(): Promise<void>;
}

interface QueuedCall {
  readonly eventJson: string;
  readonly clientContext: unknown;
  readonly settle: (result: InvokeResult) => void;
  readonly queuedAtMs: number;
}

export function createFunctionPool(initialModel: LambdaFunctionModel, options: WorkerOptions): FunctionPool {
  let model = initialModel;
  const idle: FunctionWorker[] = [];
  const busy = new Set<FunctionWorker>();
  /** Busy ones that run replaced code. */
  const retired = new WeakSet<FunctionWorker>();
  const queue: QueuedCall[] = [];
  // Two processes could not have the same inspector.
  const maxConcurrentCalls = options.inspectorPort === undefined ? MAX_CONCURRENT_CALLS : 1;

  let growTimer: NodeJS.Timeout | undefined;
  /** While calls waited last. */
  let isSaturated = false;
  let lastEndAtMs = -Infinity;

  function dispatch(): void {
    for (let [next] = queue; next !== undefined; [next] = queue) {
      // The most recently used one first: the others stay free for a burst.
      const worker = warmWorker() ?? (mayGrow(next) ? startFunctionWorker(model, options) : undefined);
      if (worker === undefined) return lookAgainWhenDue(next);
      queue.shift();
      void run(worker, next);
    }
  }

  function mayGrow({ queuedAtMs }: QueuedCall): boolean {
    if (busy.size === 0) return true;
    // One at a time: loading code is the most expensive thing that a function does.
    if ([...busy].some((worker) => worker.isLoading())) return false;
    if (busy.size >= maxConcurrentCalls) return false;
    const nowMs = performance.now();
    return isGrowthDue({
      waitedMs: nowMs - queuedAtMs,
      sinceLastEndMs: nowMs - lastEndAtMs,
      loadMs: longestLoadMs(),
      isSaturated,
    });
  }

  function longestLoadMs(): number {
    return Math.max(0, ...[...busy].map((worker) => worker.loadMs()));
  }

  function lookAgainWhenDue({ queuedAtMs }: QueuedCall): void {
    if (busy.size >= maxConcurrentCalls || growTimer !== undefined) return;
    const waitMs = Math.max(LOADING_CHECK_MS, queuedAtMs + growAfterMs(longestLoadMs()) - performance.now());
    const cpuShare = startCpuShare();
    growTimer = setTimeout(() => {
      growTimer = undefined;
      isSaturated = cpuShare() >= SATURATED_SHARE;
      dispatch();
    }, waitMs);
  }

  function warmWorker(): FunctionWorker | undefined {
    const worker = idle.pop();
    return worker === undefined || worker.isUsable() ? worker : warmWorker();
  }

  async function run(
    worker: FunctionWorker,
    { eventJson, clientContext, settle }: QueuedCall,
  ): Promise<void> {
    busy.add(worker);
    const result = await worker.invoke(eventJson, clientContext);
    busy.delete(worker);
    lastEndAtMs = performance.now();
    if (retired.has(worker)) void worker.kill();
    else if (worker.isUsable()) idle.push(worker);
    settle(result);
    dispatch();
  }

  async function kill(): Promise<void> {
    await Promise.all([...idle.splice(0), ...busy].map((worker) => worker.kill()));
  }

  return {
    invoke: (payload, clientContext) =>
      new Promise((settle, reject) => {
        const { reservedConcurrency = Infinity } = model;
        if (busy.size + queue.length >= reservedConcurrency) return reject(throttled());
        queue.push({
          eventJson: JSON.stringify(payload ?? null),
          clientContext,
          settle,
          queuedAtMs: performance.now(),
        });
        dispatch();
      }),
    warm() {
      if (idle.length === 0 && busy.size === 0) idle.push(startFunctionWorker(model, options));
    },
    replace(next) {
      model = next;
      busy.forEach((worker) => retired.add(worker));
      idle.splice(0).forEach((worker) => void worker.kill());
    },
    model: () => model,
    environments: () => ({ warm: idle.filter((worker) => worker.isUsable()).length, busy: busy.size }),
    kill,
    async stop() {
      clearTimeout(growTimer);
      for (const { settle } of queue.splice(0)) settle(HOST_STOPPED);
      await kill();
    },
  };
}
