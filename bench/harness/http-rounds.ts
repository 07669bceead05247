/**
 * Rounds of one HTTP request against several contenders. In each all of them are started anew and stay, and take turns
 * in short windows, A B A B: the machine's speed changes from minute to minute.
 */
import { isDeepStrictEqual } from 'node:util';
import type { LoadJob, LoadResult, WarmUp } from '../load/load-job.ts';
import { ask } from './ask.ts';
import type { Contender, HttpRequest } from './contender.ts';
import type { Cpu } from './child-processes.ts';
import { measureHttp } from './run-load.ts';
import type { Progress } from './progress.ts';
import { startContender } from './start-contender.ts';
import type { RunningContender } from './start-contender.ts';

export interface HttpRounds {
  readonly contenders: readonly Contender[];
  readonly request: HttpRequest;
  /** Throws when `data` is not the right answer. */
  readonly checkAnswer: (data: unknown) => void;
  readonly connections: readonly number[];
  readonly rounds: number;
  /** Of measurement for each contender and concurrency in a round, in `TURNS` windows. */
  readonly seconds: number;
  /** Where contenders run; by default on a CPU of their own. */
  readonly cpu?: Cpu;
  /** Once for each start; see `WARM_UP`. */
  readonly warmUp?: WarmUp;
}

export interface HttpMeasurement extends LoadResult {
  readonly contender: string;
  readonly connections: number;
  /** From 0, counting windows: those of one number were measured one after the other. */
  readonly round: number;
}

/**
 * Once for each start, with the highest concurrency: for the optimizing compiler, and for Lambda environments, which
 * start one by one as concurrent calls want them.
 */
const WARM_UP: WarmUp = { seconds: 4, requests: 200 };
/** Windows of a contender in a round. The shorter they are, the nearer in time are those that are compared. */
const TURNS = 4;
/** Before each window, at its own concurrency. */
const SETTLE: WarmUp = { seconds: 0.5, requests: 5 };

/** @throws Error when an answer is wrong or differs between contenders, before, during or after a measurement */
export async function runHttpRounds(rounds: HttpRounds, progress: Progress): Promise<HttpMeasurement[]> {
  const measurements: HttpMeasurement[] = [];
  let expected: unknown;
  const check = async ({ name, port }: RunningContender): Promise<void> => {
    const data = await ask(port, rounds.request);
    rounds.checkAnswer(data);
    expected ??= data;
    if (!isDeepStrictEqual(data, expected)) throw new Error(`${name} answers other data than the others`);
  };
  for (let round = 0; round < rounds.rounds; round += 1) {
    const running: RunningContender[] = [];
    try {
      for (const contender of rounds.contenders) {
        progress(`round ${round + 1} of ${rounds.rounds}: ${contender.name} starts`);
        const started = await startContender(contender, rounds.cpu);
        running.push(started);
        await check(started);
        await warmUp(started, rounds);
      }
      // The other way round every second time, for what one leaves behind for the next.
      const inTurn = round % 2 === 0 ? running : running.toReversed();
      for (const connections of [...rounds.connections].reverse()) {
        for (let turn = 0; turn < TURNS; turn += 1) {
          for (const contender of inTurn) {
            const seconds = rounds.seconds / TURNS;
            const result = await measure(contender, rounds, { connections, seconds, warmUp: SETTLE });
            const { name } = contender;
            measurements.push({ ...result, contender: name, connections, round: round * TURNS + turn });
            progress(describe(contender, result, connections));
          }
        }
      }
      for (const contender of running) await check(contender);
    } finally {
      await Promise.all(running.map((contender) => contender.stop()));
    }
  }
  return measurements;
}

async function warmUp(contender: RunningContender, rounds: HttpRounds): Promise<void> {
  const connections = Math.max(...rounds.connections);
  await measure(contender, rounds, { connections, seconds: 0, warmUp: rounds.warmUp ?? WARM_UP });
}

async function measure(
  { name, port, pid }: RunningContender,
  { request }: HttpRounds,
  load: Pick<LoadJob, 'connections' | 'seconds' | 'warmUp'>,
): Promise<LoadResult> {
  const result = await measureHttp({ port, pid, request, ...load });
  if (result.wrongAnswers > 0)
    throw new Error(`${name} gave ${result.wrongAnswers} wrong answers under load`);
  return result;
}

function describe(
  { name }: RunningContender,
  { requests, seconds, p50Ms, usage }: LoadResult,
  connections: number,
): string {
  const rate = (requests / seconds).toFixed(1);
  const cpu = (usage.contenderCpuMs / requests).toFixed(2);
  return `  ${connections} connections, ${name}: ${rate} requests/s, p50 ${p50Ms.toFixed(2)} ms, ${cpu} ms CPU, ${usage.foreignCpus.toFixed(2)} CPUs busy elsewhere`;
}
