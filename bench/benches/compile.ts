/** What the compiler adds to composition: 200 generated subgraphs, each time in a new process. */
import { text } from 'node:stream/consumers';
import { TYPES_PER_SUBGRAPH } from '../large-graph/subgraph-schemas.ts';
import { builtFile } from '../harness/build-programs.ts';
import { startChild } from '../harness/child-processes.ts';
import type { Bench } from './bench.ts';

const SUBGRAPHS = 200;
const TARGET_RATIO = 2;
const PROGRAM = 'large-graph/measure-compile';

const WORKS = [
  { argument: 'compose', contender: 'composition alone', isBase: true },
  { argument: 'merge', contender: 'composition alone, without satisfiability', isBase: true },
  { argument: 'lambda', contender: 'compile, Lambda subgraphs', isBase: false },
  { argument: 'http', contender: 'compile, HTTP subgraphs', isBase: false },
] as const;

export const compile: Bench = {
  name: 'compile',
  summary: `${SUBGRAPHS} subgraphs of ${TYPES_PER_SUBGRAPH} types: compiling them, and composition alone`,
  packages: [],
  programs: [PROGRAM],
  run: async ({ rounds }, progress) => {
    const rows = WORKS.map((work) => ({ ...work, measured: [] as Measured[] }));
    for (let round = 1; round <= rounds; round += 1) {
      for (const { argument, contender, measured } of rows) {
        const one = await measureOnce(argument);
        measured.push(one);
        const figures = `${one.seconds.toFixed(2)} s, ${one.cpuSeconds.toFixed(2)} s of CPU`;
        progress(`round ${round} of ${rounds}, ${contender}: ${figures}`);
      }
    }
    const compositions = rows.filter(({ isBase }) => isBase);
    const compilations = rows.filter(({ isBase }) => !isBase);
    const condition = `${SUBGRAPHS} subgraphs`;
    return {
      bench: 'compile',
      title: 'Compilation and composition',
      measuredAt: new Date().toISOString(),
      setting:
        `${rounds} rounds, in each a process for each row, on all CPUs: from SDL text to the supergraph and API schema, ` +
        'or to the whole AppSync API. Composition is the library that the compiler uses: as it composes by itself, and ' +
        'without its rule on satisfiability, as the compiler calls it, whose planner decides that; modules are loaded ' +
        'before the clock starts.',
      series: rows.flatMap(({ contender, measured }) => [
        { condition, contender, metric: 'seconds', values: measured.map(({ seconds }) => seconds) },
        { condition, contender, metric: 'CPU seconds', values: measured.map(({ cpuSeconds }) => cpuSeconds) },
      ]),
      checks: compilations.flatMap(({ contender, measured }) =>
        compositions.map((base) => ({
          what: `${contender}: time of ${base.contender}`,
          comparison: 'at most' as const,
          target: TARGET_RATIO,
          unit: '',
          values: measured.map(
            ({ seconds }, round) => seconds / (base.measured[round]?.seconds ?? Number.NaN),
          ),
        })),
      ),
      notes: [],
    };
  },
};

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** @throws Error with the output when the program fails */
async function measureOnce(argument: string): Promise<Measured> {
  const child = startChild({ args: [builtFile(PROGRAM), argument, String(SUBGRAPHS)] });
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [output, errors, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  if (exitCode !== 0) throw new Error(`${argument} failed:\n${errors}`);
  return JSON.parse(output) as Measured;
}
