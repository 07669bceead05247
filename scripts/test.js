// `npm test`: the build, the generated contract, then every test through vitest; the last line counts them.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(new URL('.', import.meta.url).pathname, '..');
const report = join(root, '.tributary', 'test-report.json');
const node = (/** @type {string[]} */ ...args) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

/** @param {string} name @param {() => number} step */
function timed(name, step) {
  const startedAt = Date.now();
  const status = step();
  console.log(
    `${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`,
  );
  return status === 0;
}

mkdirSync(join(root, '.tributary'), { recursive: true });
rmSync(report, { force: true });

const isBuilt = timed('build', () => node('scripts/build.js'));
const isContractCurrent =
  isBuilt && timed('schema/ is current', () => node('packages/cli/bin/tributary.js', 'compose', '--check'));
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const status = node(
  vitest,
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
);

const counts = readCounts();
const failed =
  counts.failed +
  (isBuilt ? 0 : 1) +
  (isContractCurrent ? 0 : 1) +
  (status !== 0 && counts.failed === 0 ? 1 : 0);
console.log(`${counts.passed} passed, ${failed} failed`);
process.exit(failed === 0 && counts.passed > 0 ? 0 : 1);

/** Counts of vitest's JSON report; zeros when it wrote none. */
function readCounts() {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    return {
      passed: numPassedTests,
      failed: Math.max(numFailedTests, numFailedTestSuites > 0 && numFailedTests === 0 ? 1 : 0),
    };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
