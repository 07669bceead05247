/** Runs cases by number: the same seed and number give the same case on every machine. */
import { Finding } from './finding.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { type HttpKind, httpBody, runHttpCase } from './http-case.ts';
import { createRandom } from './random.ts';
import { runSocketCase, socketCase } from './socket-case.ts';

export type CaseKind = HttpKind | 'frames';

const KINDS: readonly CaseKind[] = ['body', 'document', 'variables', 'frames'];

export interface FuzzOptions {
  readonly seed: number;
  /** Numbers of the first case, and of the one after the last. */
  readonly from: number;
  readonly to: number;
}

export interface FuzzReport {
  readonly counts: Readonly<Record<CaseKind, number>>;
  readonly findings: readonly {
    readonly number: number;
    readonly kind: CaseKind;
    readonly problem: string;
    /** What was sent, cut to a readable length. */
    readonly input: string;
  }[];
}

/** Cases under way at the same time. */
const LANES = 16;
const MAX_SHOWN_CHARS = 400;

export async function runFuzz(target: FuzzTarget, { seed, from, to }: FuzzOptions): Promise<FuzzReport> {
  const counts: Record<CaseKind, number> = { body: 0, document: 0, variables: 0, frames: 0 };
  const findings: FuzzReport['findings'][number][] = [];
  let next = from;
  const work = async (): Promise<void> => {
    while (next < to) {
      const number = next;
      next += 1;
      const kind = KINDS[number % KINDS.length] ?? 'body';
      counts[kind] += 1;
      const { input, run } = prepareCase(target, kind, seed * 1_000_003 + number);
      try {
        await run();
      } catch (error) {
        const problem = error instanceof Finding ? error.message : String(error);
        findings.push({ number, kind, problem, input: input.slice(0, MAX_SHOWN_CHARS) });
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return { counts, findings };
}

interface PreparedCase {
  readonly input: string;
  readonly run: () => Promise<void>;
}

function prepareCase(target: FuzzTarget, kind: CaseKind, seed: number): PreparedCase {
  const random = createRandom(seed);
  if (kind === 'frames') {
    const fuzz = socketCase(target, random);
    return { input: fuzz.messages.join('\n'), run: () => runSocketCase(target, fuzz) };
  }
  const body = httpBody(kind, random);
  return { input: body.toString('utf8'), run: () => runHttpCase(target, body) };
}
