/** `npm run differential -- --seed 7 --splits 200 --operations 10000`. `--split N` repeats one split of a finding. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFederated, createStrict } from './federated.ts';
import { runDifferential } from './run-differential.ts';
import type { DifferentialReport } from './run-differential.ts';
import { createServed } from './served.ts';
import { shrinkCase } from './shrink-case.ts';
import type { FailingCase } from './shrink-case.ts';
import { prepareWorld } from './try-case.ts';
import type { CreateApi } from './try-case.ts';
import { writeSuite } from './write-suite.ts';

const USAGE = `Compares random federated APIs with one plain server that has the same data.

  npm run differential -- [options]

  --seed N          another N, other cases (1)
  --splits N        random schemas with a random split into subgraphs (200)
  --operations N    in all, shared out over the splits (10000)
  --split N         only this split, by the number of a finding
  --max-findings N  stops after so many (10)
  --no-shrink       prints findings as they are
  --as-named        functions answer of entities the fields alone that they are told; fragments are inlined for them
  --serve KIND      native or appsync: resolvers of "tributary serve", over GraphQL servers
  --write-suite DIR writes each finding as a folder for conformance/suites
  --help            this text
`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    splits: { type: 'string', default: '200' },
    operations: { type: 'string', default: '10000' },
    split: { type: 'string' },
    'max-findings': { type: 'string', default: '10' },
    'no-shrink': { type: 'boolean', default: false },
    'as-named': { type: 'boolean', default: false },
    serve: { type: 'string' },
    'write-suite': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const PROGRESS_MS = 1_000;

if (values.help) console.log(USAGE);
else process.exitCode = await main();

/** @returns the exit code: 0 agreement, 1 findings, 2 wrong options */
async function main(): Promise<number> {
  const seed = Number(values.seed);
  const splits = Number(values.splits);
  const operations = Number(values.operations);
  const maxFindings = Number(values['max-findings']);
  const only = values.split === undefined ? undefined : Number(values.split);
  const numbers = [seed, splits, operations, maxFindings, only ?? 0];
  if (!numbers.every(isCount)) {
    console.error(
      `--seed, --splits, --operations, --split and --max-findings take whole numbers.\n\n${USAGE}`,
    );
    return 2;
  }
  const createApi = createApiOf(values);
  const startedAtMs = performance.now();
  const report = await runDifferential({
    seed,
    ...(only === undefined ? { from: 0, to: splits } : { from: only, to: only + 1 }),
    operationsOfASplit: Math.ceil(operations / splits),
    maxFindings,
    createApi,
    onProgress: progressPrinter(startedAtMs),
  });
  for (const finding of report.findings) {
    console.log(`\nsplit ${finding.split}: ${finding.difference.text}`);
    const small = values['no-shrink'] ? finding : await shrinkCase(finding, createApi);
    printCase(small);
    const directory = values['write-suite'];
    if (directory !== undefined) writeSuite(join(directory, `seed-${seed}-split-${finding.split}`), small);
  }
  const seconds = ((performance.now() - startedAtMs) / 1_000).toFixed(1);
  console.log(`seed ${seed}: ${summary(report)} in ${seconds} s`);
  return report.findings.length === 0 ? 0 : 1;
}

/** @throws Error for a kind that there is not, and for options that do not go together */
function createApiOf({
  serve: kind,
  'as-named': isStrict,
}: Pick<typeof values, 'serve' | 'as-named'>): CreateApi {
  if (kind === undefined) return isStrict ? createStrict : createFederated;
  if (isStrict) throw new Error('--as-named is for functions, not for --serve.');
  if (kind !== 'native' && kind !== 'appsync')
    throw new Error(`--serve takes native or appsync, not ${kind}.`);
  return (subgraphs) => createServed(kind, subgraphs);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}

function progressPrinter(startedAtMs: number): (progress: DifferentialReport) => void {
  let shownAtMs = startedAtMs;
  return (progress) => {
    if (performance.now() - shownAtMs < PROGRESS_MS) return;
    shownAtMs = performance.now();
    console.log(summary(progress));
  };
}

function summary({ splits, operations, findings }: DifferentialReport): string {
  return `${operations} operations over ${splits} splits, ${findings.length} findings`;
}

function printCase({ world, operation, difference }: FailingCase): void {
  console.log(difference.text);
  for (const { name, sdl } of prepareWorld(world).subgraphs) console.log(`\n# ${name}.graphql\n${sdl}`);
  if (operation === undefined) return;
  console.log(`${operation.query}\nvariables ${JSON.stringify(operation.variables)}`);
  console.log(
    `expected ${JSON.stringify(difference.expected)}\nactual   ${JSON.stringify(difference.actual)}`,
  );
}
