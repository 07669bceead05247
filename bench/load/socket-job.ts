/** The job of a process that holds subscribed WebSockets (stdin) and its answer (stdout), each one JSON text. */
import type { HttpRequest } from '../harness/contender.ts';
import type { Usage } from './load-job.ts';

export interface SocketJob {
  readonly port: number;
  /** Process id of the contender. */
  readonly pid: number;
  readonly connections: number;
  /** The subscription that every connection starts. */
  readonly subscription: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };
  readonly apiKey: string;
  readonly work: SocketWork;
}

export type SocketWork =
  /** Sends the mutation again and again, each time when the last subscriber has its frame. */
  | {
      readonly kind: 'broadcast';
      readonly mutation: HttpRequest;
      readonly warmUpEvents: number;
      readonly seconds: number;
    }
  /** Does nothing for a while; memory is read at the end. */
  | { readonly kind: 'idle'; readonly seconds: number };

export interface SocketResult {
  readonly connectSeconds: number;
  readonly events: number;
  readonly seconds: number;
  /** From the mutation until the last subscriber has its frame; 0 when idle. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Frames that differ from what the first subscriber got, its id aside. */
  readonly wrongFrames: number;
  /** Text of the last event's frame; empty when idle. */
  readonly frame: string;
  readonly usage: Usage;
}
