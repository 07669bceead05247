/** The committed results: results.json for programs, results.md for people. */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { renderReport } from './render-report.ts';
import type { BenchReport } from './report.ts';

/** A report, and where it was measured: parts of the file may come from different runs. */
export interface Result {
  readonly report: BenchReport;
  readonly machine: Machine;
  /** Of packages that were compared, by name; Node.js and Tributary among them. */
  readonly versions: Readonly<Record<string, string>>;
}

export interface Machine {
  readonly cpu: string;
  readonly cpus: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly isPinned: boolean;
}

const FOLDER = join(import.meta.dirname, '..');
const JSON_FILE = join(FOLDER, 'results.json');
const MARKDOWN_FILE = join(FOLDER, 'results.md');

export function describeMachine(isPinned: boolean): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cpus: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${process.platform} ${release()}`,
    isPinned,
  };
}

/** Replaces the results of the benches that were run; those of others stay. */
export async function writeResults(results: readonly Result[]): Promise<void> {
  const earlier = await readResults();
  const measured = new Set(results.map(({ report }) => report.bench));
  const all = [...earlier.filter(({ report }) => !measured.has(report.bench)), ...results].sort((a, b) =>
    a.report.bench < b.report.bench ? -1 : 1,
  );
  await writeFile(JSON_FILE, await pretty(JSON.stringify(all), 'json'));
  await writeFile(MARKDOWN_FILE, await pretty(renderResults(all), 'markdown'));
}

async function readResults(): Promise<readonly Result[]> {
  const text = await readFile(JSON_FILE, 'utf8').catch(() => '[]');
  return JSON.parse(text) as readonly Result[];
}

function renderResults(results: readonly Result[]): string {
  const parts = results.map(({ report, machine, versions }) => {
    const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
    const { cpu, cpus, memoryGb, system, isPinned } = machine;
    const pinned = isPinned
      ? 'contender and load each pinned to one CPU where nothing else is said'
      : 'not pinned';
    return `${renderReport(report)}\n\n${cpu}, ${cpus} CPUs, ${memoryGb} GB, ${system}; ${pinned}. ${names.join(', ')}.`;
  });
  const head =
    '# Results\n\nWritten by `npm run bench -- --write`; [how it is measured](../docs/benchmarks.md). ' +
    'Each figure is the median of the rounds, with the least and the greatest.';
  return [head, ...parts].join('\n\n');
}

/** In the repository's format, so that its check passes. */
function pretty(text: string, parser: 'json' | 'markdown'): Promise<string> {
  return format(text, { parser, printWidth: 110, singleQuote: true });
}
