/** A report as Markdown: the same text on the terminal and in results.md. */
import type { BenchReport, Series, TargetCheck } from './report.ts';
import { summarize } from './statistics.ts';

export function renderReport(report: BenchReport): string {
  const parts = [
    `## ${report.title} (\`--only ${report.bench}\`)`,
    `Measured ${report.measuredAt}. ${report.setting}`,
    renderSeries(report.series),
    renderTable(['target', 'wanted', 'measured', ''], report.checks.map(checkCells)),
    report.notes.map((note) => `- ${note}`).join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** @returns whether the median of the rounds reaches the target */
export function isReached({ comparison, target, values }: TargetCheck): boolean {
  const { median } = summarize(values);
  return comparison === 'at least' ? median >= target : median <= target;
}

function checkCells(check: TargetCheck): string[] {
  const { what, comparison, target, unit } = check;
  const verdict = isReached(check) ? 'reached' : '**missed**';
  return [what, `${comparison} ${target} ${unit}`.trim(), cell(check.values), verdict];
}

/** A row for each condition and contender, a column for each metric. */
function renderSeries(series: readonly Series[]): string {
  const metrics = [...new Set(series.map(({ metric }) => metric))];
  const rows = new Map<string, Map<string, string>>();
  for (const { condition, contender, metric, values } of series) {
    const key = JSON.stringify([condition, contender]);
    const row = rows.get(key) ?? new Map<string, string>();
    rows.set(key, row.set(metric, cell(values)));
  }
  const cells = [...rows].map(([key, row]) => [
    ...(JSON.parse(key) as string[]),
    ...metrics.map((metric) => row.get(metric) ?? ''),
  ]);
  return renderTable(['condition', 'contender', ...metrics], cells);
}

function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cell(values: readonly number[]): string {
  const { median, min, max } = summarize(values);
  return values.length === 1 ? format(median) : `${format(median)} (${format(min)}-${format(max)})`;
}

/** Three digits that say something. */
function format(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
