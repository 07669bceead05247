/** `npm run bench`: runs the benches one after the other and prints what they found. */
import type { Bench } from './benches/bench.ts';
import { broadcast } from './benches/broadcast.ts';
import { calls } from './benches/calls.ts';
import { classic } from './benches/classic.ts';
import { compile } from './benches/compile.ts';
import { idle } from './benches/idle.ts';
import { orders } from './benches/orders.ts';
import { serveStart } from './benches/serve-start.ts';
import { simulator } from './benches/simulator.ts';
import { start } from './benches/start.ts';
import { buildPrograms } from './harness/build-programs.ts';
import { isPinned, killAllChildren } from './harness/child-processes.ts';
import { installPackages } from './harness/install-packages.ts';
import { renderReport } from './harness/render-report.ts';
import { describeMachine, writeResults } from './harness/results.ts';
import type { Result } from './harness/results.ts';
import { readVersions } from './harness/versions.ts';
import { helpText, parseOptions, UsageError } from './options.ts';
import type { Options } from './options.ts';

const BENCHES = [orders, broadcast, idle, simulator, start, serveStart, compile, calls, classic];

const EXIT_GOOD = 0;
const EXIT_FAILED = 1;
const EXIT_BAD_CALL = 2;
/** 128 + SIGINT, as shells count. */
const EXIT_INTERRUPTED = 130;

process.on('exit', killAllChildren);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(EXIT_INTERRUPTED));
}

async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args, BENCHES);
  if (options.wantsHelp) {
    console.log(helpText(BENCHES));
    return EXIT_GOOD;
  }
  if (!isPinned) console.log('Without taskset or a second CPU nothing is pinned: expect wider ranges.');
  const results: Result[] = [];
  for (const bench of options.benches) {
    try {
      const result = await runBench(bench, options);
      console.log(`\n${renderReport(result.report)}\n`);
      results.push(result);
    } catch (error) {
      console.error(`${bench.name} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (options.shouldWrite && results.length > 0) {
    await writeResults(results);
    console.log('wrote bench/results.json and bench/results.md');
  }
  return results.length === options.benches.length ? EXIT_GOOD : EXIT_FAILED;
}

async function runBench(bench: Bench, options: Options): Promise<Result> {
  const progress = (line: string) => {
    console.log(`${new Date().toISOString().slice(11, 19)} ${bench.name}: ${line}`);
  };
  await installPackages(bench.packages, progress);
  await buildPrograms(bench.programs);
  const report = await bench.run(options, progress);
  return { report, machine: describeMachine(isPinned), versions: await readVersions(bench.packages) };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\nRun "npm run bench -- --help" for the options.`);
  process.exitCode = EXIT_BAD_CALL;
}
