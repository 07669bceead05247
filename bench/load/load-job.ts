/** The job of a load process (one line of JSON on stdin) and its answer (one line of JSON on stdout). */
import type { HttpRequest } from '../harness/contender.ts';

export interface LoadJob {
  readonly port: number;
  /** Process id of the contender: its CPU time and memory are read at both ends of the window. */
  readonly pid: number;
  readonly request: HttpRequest;
  readonly connections: number;
  readonly warmUp: WarmUp;
  readonly seconds: number;
}

/** Load before the window opens, not measured: until both are reached, or two minutes are over. */
export interface WarmUp {
  readonly seconds: number;
  readonly requests: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers that were not status 200 or not byte for byte the first one. */
  readonly wrongAnswers: number;
  readonly usage: Usage;
}

/** 0 where the system has no /proc. */
export interface Usage {
  readonly contenderCpuMs: number;
  readonly contenderRssMb: number;
  /** CPUs that the load process kept busy; near 1 it may be what limits the figures. */
  readonly loadCpus: number;
  /** CPUs that processes other than the contender and the load kept busy, on average; 0 is a quiet machine. */
  readonly foreignCpus: number;
}
