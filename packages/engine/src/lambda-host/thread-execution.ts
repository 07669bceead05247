import { Worker } from 'node:worker_threads';
import { ownFile } from '../own-file.ts';
import type { Execution, ExecutionListener, ExecutionOptions } from './execution.ts';

const WORKER_FILE = ownFile('lambda-host/worker.mjs');

/** Starts function code in a worker thread: 25 ms instead of the 75 ms of a process, and a fifth of its memory. */
export function startThread(options: ExecutionOptions, listener: ExecutionListener): Execution {
  const { settings, environment, heapMb } = options;
  let isOutOfMemory = false;
  const worker = new Worker(WORKER_FILE, {
    env: environment,
    workerData: settings,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // The function's own: neither the engine's loaders nor its flags.
    execArgv: [],
    argv: [],
    stdout: true,
    stderr: true,
  });
  worker.on('message', (message: unknown) => listener.onMessage(message));
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') isOutOfMemory = true;
    else listener.onError(String(error));
  });
  worker.on('exit', (status) =>
    listener.onEnd(isOutOfMemory ? { kind: 'out-of-memory' } : { kind: 'exited', status }),
  );
  return {
    stdout: worker.stdout,
    stderr: worker.stderr,
    post: (message) => worker.postMessage(message),
    ref: () => worker.ref(),
    unref: () => worker.unref(),
    async terminate() {
      await worker.terminate();
    },
  };
}
