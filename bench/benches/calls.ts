/** Requests to subgraphs for every operation of the conformance suites: `tributary serve` and two query planners. */
import { readSuite, suiteNames } from '../../conformance/src/suite.ts';
import { countCalls } from '../calls/count-calls.ts';
import type { CountedOperation } from '../calls/count-calls.ts';
import { writeCounts, writeTable } from '../calls/write-counts.ts';
import { builtFile } from '../harness/build-programs.ts';
import type { Contender } from '../harness/contender.ts';
import { startContender } from '../harness/start-contender.ts';
import type { Bench } from './bench.ts';

const APOLLO = 'contenders/apollo-gateway/answer-operations';
const HIVE = 'contenders/hive-gateway/answer-operations';

const PLANNERS: readonly Contender[] = [planner('apollo-gateway', APOLLO), planner('hive-gateway', HIVE)];

function planner(name: string, program: string): Contender {
  return { name, command: (port) => ({ args: [builtFile(program), String(port)] }), ready: { kind: 'line' } };
}

export const calls: Bench = {
  name: 'calls',
  summary: 'requests to subgraphs for every conformance operation, against two query planners',
  packages: ['apollo-gateway', 'hive-gateway'],
  programs: [APOLLO, HIVE],
  run: async ({ shouldWrite = false }, progress) => {
    const planners = await Promise.all(PLANNERS.map((one) => startContender(one)));
    const operations: CountedOperation[] = [];
    try {
      for (const name of suiteNames()) operations.push(...(await countCalls(readSuite(name), planners)));
    } finally {
      await Promise.all(planners.map((one) => one.stop()));
    }
    const measuredAt = new Date().toISOString();
    const names = PLANNERS.map(({ name }) => name);
    progress(`wrote ${await writeTable(operations, names)}: every operation`);
    if (shouldWrite) progress(`wrote ${await writeCounts(operations, measuredAt)}`);
    const comparable = operations.filter(({ planners: counts }) => counts.size > 0);
    const ofAll = operations.filter(({ planners: counts }) => counts.size === PLANNERS.length);
    const row = { condition: `${ofAll.length} operations that all answer as expected`, metric: 'requests' };
    return {
      bench: 'calls',
      title: 'Requests to subgraphs',
      measuredAt,
      setting: `${operations.length} operations of the conformance suites, once each, against the same servers.`,
      series: [
        { ...row, contender: 'tributary', values: [sum(ofAll.map(({ http }) => http))] },
        ...PLANNERS.map(({ name }) => ({
          ...row,
          contender: name,
          values: [sum(ofAll.map(({ planners: counts }) => counts.get(name) ?? 0))],
        })),
      ],
      checks: [
        check('more requests than one planner needs', 0, comparable.filter(isOverOne)),
        check('more requests than each planner needs', 0, comparable.filter(isOverAll)),
      ],
      notes: comparable.filter(isOverOne).map((one) => `${one.name}: ${describe(one)}`),
    };
  },
};

function isOverOne({ http, planners: counts }: CountedOperation): boolean {
  return http > Math.min(...counts.values());
}

function isOverAll({ http, planners: counts }: CountedOperation): boolean {
  return http > Math.max(...counts.values());
}

function check(what: string, target: number, operations: readonly CountedOperation[]) {
  const values = [operations.length];
  return { what, comparison: 'at most', target, unit: 'operations', values } as const;
}

function describe({ http, planners: counts }: CountedOperation): string {
  return [`tributary ${http}`, ...[...counts].map(([name, count]) => `${name} ${count}`)].join(', ');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
