/** `npm run bench`: runs the benches one after the other and prints what they found. */
import { buildPrograms } from './harness/build-programs.ts';
import { isPinned, killAllChildren } from './harness/child-processes.ts';
import { installPackages } from './harness/install-packages.ts';
import { renderReport } from './harness/render-report.ts';
import { broadcast } from './benches/broadcast.ts';
import { idle } from './benches/idle.ts';
import { orders } from './benches/orders.ts';
import { helpText, parseOptions, UsageError } from './options.ts';

const BENCHES = [orders, broadcast, idle];

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
    return 0;
  }
  if (!isPinned) console.log('Without taskset or a second CPU nothing is pinned: expect wider ranges.');
  let exitCode = 0;
  for (const bench of options.benches) {
    const progress = (line: string) =>
      console.log(`${new Date().toISOString().slice(11, 19)} ${bench.name}: ${line}`);
    try {
      await installPackages(bench.packages, progress);
      await buildPrograms(bench.programs);
      console.log(`\n${renderReport(await bench.run(options, progress))}\n`);
    } catch (error) {
      console.error(`${bench.name} failed: ${error instanceof Error ? error.message : String(error)}`);
      exitCode = EXIT_FAILED;
    }
  }
  return exitCode;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\nRun "npm run bench -- --help" for the options.`);
  process.exitCode = EXIT_BAD_CALL;
}
