/**
 * Function code in a process with an open inspector. A thread can open one too, but then it is the whole engine that
 * a debugger attaches to, and a thread that stands at a breakpoint can't be ended.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isRecord } from '../model/is-record.ts';
import { ownFile } from '../own-file.ts';
import type { Execution, ExecutionListener, ExecutionOptions } from './execution.ts';

/** Where debuggers look first. Node.js documentation, "Debugging Node.js". */
export const DEFAULT_INSPECTOR_PORT = 9229;

/** V8 aborts the process when its heap is full. */
const OUT_OF_MEMORY_SIGNAL = 'SIGABRT';

const WORKER_FILE = fileURLToPath(ownFile('lambda-host/worker.mjs'));

/** Remembers the port of the inspector, so that a debugger finds the function again after its code was loaded anew. */
export interface InspectorPort {
  /** Where the first process tries to listen. */
  readonly preferred: number;
  /** undefined until the first process has one. */
  current: number | undefined;
}

/** @param onAddress - hears the address of the inspector, `ws://127.0.0.1:<port>/<id>`, before the code is loaded */
export function startInspectedProcess(
  options: ExecutionOptions,
  listener: ExecutionListener,
  { port, onAddress }: { readonly port: InspectorPort; readonly onAddress: (address: string) => void },
): Execution {
  const { settings, environment, heapMb } = options;
  const inspector = {
    port: port.current ?? port.preferred,
    mustHavePort: port.current !== undefined,
  };
  const child = fork(WORKER_FILE, [JSON.stringify({ ...settings, inspector })], {
    cwd: settings.codeDirectory,
    env: environment,
    // The address is reported in our words, not by Node on the function's error output.
    execArgv: ['--inspect-publish-uid=http', `--max-old-space-size=${heapMb}`],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('A child process with pipes has no output.');
  /** What the process told before it ended itself: with a debugger attached, Node's own exit would wait for it. */
  let exitStatus: number | undefined;

  child.on('message', (message: unknown) => {
    if (isRecord(message) && message['kind'] === 'inspecting') {
      const address = String(message['address']);
      port.current = Number(new URL(address).port);
      onAddress(address);
    } else if (isRecord(message) && message['kind'] === 'exiting') {
      exitStatus = Number(message['status']);
      child.kill('SIGKILL');
    } else listener.onMessage(message);
  });
  child.on('error', (error) => listener.onError(String(error)));
  const ended = new Promise<void>((resolve) => {
    child.on('exit', (status, signal) => {
      resolve();
      if (signal === OUT_OF_MEMORY_SIGNAL) listener.onEnd({ kind: 'out-of-memory' });
      else if (exitStatus === undefined && signal !== null) listener.onEnd({ kind: 'killed' });
      else listener.onEnd({ kind: 'exited', status: exitStatus ?? status ?? 0 });
    });
  });
  return {
    stdout,
    stderr,
    post: (message) => void (child.connected && child.send(message)),
    ref: () => child.ref(),
    unref: () => child.unref(),
    async terminate() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
