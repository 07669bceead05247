/** One thing that is measured: how it is started, and what it is asked. */

export interface Contender {
  /** Short, for tables. */
  readonly name: string;
  /** Program and arguments; the program is `node` unless named. */
  readonly command: (port: number) => StartCommand;
  /** How to tell that it serves. */
  readonly ready: ReadySignal;
}

export interface StartCommand {
  /** Absolute path or name on PATH; this Node.js when absent. */
  readonly program?: string;
  readonly args: readonly string[];
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export type ReadySignal =
  /** The contender prints a line that begins with `ready`. */
  | { readonly kind: 'line' }
  /** The contender is ready when this path answers with a status below 500. */
  | { readonly kind: 'path'; readonly path: string };

export interface HttpRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text of the body; `NONCE` in it is replaced by a number of the same length that differs in every request. */
  readonly body: string;
}

/** Twelve characters, so that the body's length never changes. */
export const NONCE = '999999999999';
