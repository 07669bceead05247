/** The command line of `npm run bench`. */
import { parseArgs } from 'node:util';
import type { Bench } from './benches/bench.ts';

export interface Options {
  readonly benches: readonly Bench[];
  readonly rounds: number;
  readonly seconds: number;
  /** As given. */
  readonly fixture?: string;
  /** Parts of names: only contenders whose name has one of them are measured. */
  readonly contenders?: readonly string[];
  readonly shouldWrite: boolean;
  readonly wantsHelp: boolean;
}

const DEFAULT_ROUNDS = 3;
const DEFAULT_SECONDS = 5;

/** The call is wrong; the message is for people. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError */
export function parseOptions(args: readonly string[], all: readonly Bench[]): Options {
  const { values } = parse(args);
  return {
    benches: values.only === undefined ? all : values.only.split(',').map((name) => findBench(name, all)),
    rounds: toCount('rounds', values.rounds, DEFAULT_ROUNDS),
    seconds: toCount('seconds', values.seconds, DEFAULT_SECONDS),
    ...(values.fixture === undefined ? {} : { fixture: values.fixture }),
    ...(values.contenders === undefined
      ? {}
      : { contenders: values.contenders.split(',').map((name) => name.trim()) }),
    shouldWrite: values.write,
    wantsHelp: values.help,
  };
}

export function helpText(all: readonly Bench[]): string {
  return `Measures Tributary against its peers on this machine; docs/benchmarks.md says how.

Usage: npm run bench -- [options]

  --only NAMES        comma-separated benches (default: all)
  --rounds N          rounds, contenders in turn in each (default: ${DEFAULT_ROUNDS})
  --seconds N         length of one measurement under load (default: ${DEFAULT_SECONDS})
  --fixture DIR       other schemas, data and operation for "classic" (layout: docs/benchmarks.md)
  --contenders NAMES  comma-separated parts of the names of those that "classic" measures (default: all)
  --write             update bench/results.json and bench/results.md with what was measured
  --help              this text

Benches:
${all.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`).join('\n')}

Exit codes: 0 measured (a missed target is a result, not a fault), 1 a bench failed, 2 the call is bad.
Peers are installed at first use, each in its folder of bench/contenders/.`;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        fixture: { type: 'string' },
        contenders: { type: 'string' },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function findBench(name: string, all: readonly Bench[]): Bench {
  const bench = all.find((each) => each.name === name.trim());
  if (bench !== undefined) return bench;
  throw new UsageError(`There is no bench "${name}". Benches: ${all.map((each) => each.name).join(', ')}.`);
}

function toCount(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new UsageError(`--${option} wants a whole number from 1 to 9999, not "${text}".`);
}
