// The way from function code to the host: the port of a worker thread, or the channel of an inspected process.
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** Milliseconds between two tries for a port that the predecessor still holds, and how many. */
const PORT_RETRY_MS = 50;
const PORT_RETRIES = 100;

/** What the host started this with; see execution.ts. */
export const settings = parentPort === null ? JSON.parse(process.argv[2]) : workerData;

const channel =
  parentPort === null
    ? {
        // Once the engine is gone there is nobody to post to.
        post: (message) => void (process.connected && process.send(message)),
        onMessage: (listener) => void process.on('message', listener),
        ref: () => process.channel?.ref(),
        unref: () => process.channel?.unref(),
      }
    : {
        post: (message) => parentPort.postMessage(message),
        onMessage: (listener) => void parentPort.on('message', listener),
        ref: () => parentPort.ref(),
        unref: () => parentPort.unref(),
      };

let holds = 0;

/** @type {{ post(message: object): void, onMessage(listener: (message: any) => void): void, hold(): void, release(): void }} */
export const host = {
  post: channel.post,
  onMessage(listener) {
    channel.onMessage(listener);
    if (holds === 0) channel.unref();
  },
  /** While a message is waited for, the event loop is not empty. Each hold has its release. */
  hold() {
    holds += 1;
    channel.ref();
  },
  release() {
    holds -= 1;
    if (holds === 0) channel.unref();
  },
};

/** In a process: opens the inspector before any code of the function is loaded, and ends with the engine. */
export async function startInspection() {
  if (parentPort !== null) return;
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  // Node waits at its end until a debugger lets go; Lambda's environment would be gone.
  process.on('exit', (status) => {
    host.post({ kind: 'exiting', status });
    process.kill(process.pid, 'SIGKILL');
  });
  const { port, mustHavePort } = settings.inspector;
  for (let tries = mustHavePort ? PORT_RETRIES : 0; tries > 0 && !(await isFree(port)); tries -= 1) {
    await pause(PORT_RETRY_MS);
  }
  // Loaded here only: every worker thread would pay for it.
  const { default: inspector } = await import('node:inspector');
  inspector.open((await isFree(port)) ? port : 0, '127.0.0.1');
  // Somebody else may have taken the port in between.
  if (inspector.url() === undefined) inspector.open(0, '127.0.0.1');
  host.post({ kind: 'inspecting', address: inspector.url() });
}

/** The inspector itself would complain on the function's error output. */
function isFree(port) {
  return new Promise((resolve) => {
    // A debugger that looks for the function again would keep the probe from closing.
    const probe = createServer((socket) => socket.destroy());
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
