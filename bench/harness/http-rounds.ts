/** Rounds of one HTTP request against several contenders: A B A B, each started anew every time. */
import { isDeepStrictEqual } from 'node:util';
import type { LoadResult, WarmUp } from '../load/load-job.ts';
import { ask } from './ask.ts';
import type { Contender, HttpRequest } from './contender.ts';
import type { Cpu } from './child-processes.ts';
import { measureHttp } from './run-load.ts';
import type { Progress } from './progress.ts';
import { startContender } from './start-contender.ts';

export interface HttpRounds {
  readonly contenders: readonly Contender[];
  readonly request: HttpRequest;
  /** Throws when `data` is not the right answer. */
  readonly checkAnswer: (data: unknown) => void;
  readonly connections: readonly number[];
  readonly rounds: number;
  /** Length of one measurement. */
  readonly seconds: number;
  /** Where contenders run; by default on a CPU of their own. */
  readonly cpu?: Cpu;
  /** Once for each start; see `WARM_UP`. */
  readonly warmUp?: WarmUp;
}

export interface HttpMeasurement extends LoadResult {
  readonly contender: string;
  readonly connections: number;
  /** From 0. */
  readonly round: number;
}

/**
 * Once for each start, with the highest concurrency: for the optimizing compiler, and for Lambda environments, which
 * start one by one as concurrent calls want them.
 */
const WARM_UP: WarmUp = { seconds: 4, requests: 200 };
/** Before each later window, at its own concurrency. */
const SETTLE: WarmUp = { seconds: 0.5, requests: 5 };

/** @throws Error when an answer is wrong or differs between contenders, before, during or after a measurement */
export async function runHttpRounds(rounds: HttpRounds, progress: Progress): Promise<HttpMeasurement[]> {
  const measurements: HttpMeasurement[] = [];
  let expected: unknown;
  const check = (contender: string, data: unknown) => {
    rounds.checkAnswer(data);
    expected ??= data;
    if (!isDeepStrictEqual(data, expected))
      throw new Error(`${contender} answers other data than the others`);
  };
  for (let round = 0; round < rounds.rounds; round += 1) {
    for (const contender of rounds.contenders) {
      progress(`round ${round + 1} of ${rounds.rounds}: ${contender.name} starts`);
      const running = await startContender(contender, rounds.cpu);
      try {
        check(contender.name, await ask(running.port, rounds.request));
        const { port, pid } = running;
        let warmUp = rounds.warmUp ?? WARM_UP;
        for (const connections of [...rounds.connections].reverse()) {
          const { request, seconds } = rounds;
          const result = await measureHttp({ port, pid, request, connections, seconds, warmUp });
          warmUp = SETTLE;
          if (result.wrongAnswers > 0) {
            throw new Error(`${contender.name} gave ${result.wrongAnswers} wrong answers under load`);
          }
          measurements.push({ ...result, contender: contender.name, connections, round });
          progress(describe(result, connections));
        }
        check(contender.name, await ask(port, rounds.request));
      } finally {
        await running.stop();
      }
    }
  }
  return measurements;
}

function describe({ requests, seconds, p50Ms, usage }: LoadResult, connections: number): string {
  const rate = (requests / seconds).toFixed(1);
  const cpu = (usage.contenderCpuMs / requests).toFixed(2);
  return `  ${connections} connections: ${rate} requests/s, p50 ${p50Ms.toFixed(2)} ms, ${cpu} ms CPU, ${usage.foreignCpus.toFixed(2)} CPUs busy elsewhere`;
}
