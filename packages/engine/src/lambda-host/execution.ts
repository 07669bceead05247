/** Where a function's code runs: a worker thread, or a process of its own for the debugger. */
import type { Readable } from 'node:stream';
import type { WorkerEnd } from './invoke-results.ts';

/** What the code is started with. */
export interface ExecutionSettings {
  readonly codeDirectory: string;
  readonly handler: string;
  /** Unpacked layers, the one that wins first: their packages are searched after the code's own. */
  readonly layerDirectories: readonly string[];
  /** Searched last; undefined: the code finds the AWS SDK by itself. */
  readonly sdkResolveFrom: string | undefined;
  /** What the SDK sends there goes through the host; see dynamodb-requests.mjs. */
  readonly dynamodbUrl: string | undefined;
}

export interface ExecutionOptions {
  readonly settings: ExecutionSettings;
  readonly environment: Readonly<Record<string, string>>;
  readonly heapMb: number;
}

export interface ExecutionListener {
  /** Whatever the code's side posts: not to be trusted. */
  onMessage(message: unknown): void;
  onError(text: string): void;
  /** Once, as the last thing. */
  onEnd(end: WorkerEnd): void;
}

export interface Execution {
  readonly stdout: Readable;
  readonly stderr: Readable;
  post(message: object): void;
  /** Whether the engine's process waits for it. */
  ref(): void;
  unref(): void;
  /** Ends it at once, whatever the code does. */
  terminate(): Promise<void>;
}
