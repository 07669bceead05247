/** What Tributary is to reach on the classic benchmark, in the mode in which requests differ. */
import { compareThroughput } from '../harness/http-series.ts';
import type { HttpMeasurement } from '../harness/http-rounds.ts';
import type { TargetCheck } from '../harness/report.ts';
import { ratios } from '../harness/statistics.ts';

const OF = 'tributary';
const TO = 'hive-gateway, Rust planner';
const CONNECTIONS = [1, 16];
/** Twice the throughput, which at one connection is half the CPU time. */
const THROUGHPUT = 2;
const MEMORY = 0.5;

/** @returns none when one of the two did not take part */
export function classicChecks(different: readonly HttpMeasurement[]): readonly TargetCheck[] {
  const has = (name: string) => different.some(({ contender }) => contender === name);
  if (!has(OF) || !has(TO)) return [];
  const throughput = { of: OF, to: TO, connections: CONNECTIONS, target: THROUGHPUT, prefix: 'different, ' };
  const memoryOf = (name: string) =>
    different
      .filter(({ contender, connections }) => contender === name && connections === 16)
      .map(({ usage }) => usage.contenderRssMb);
  return [
    ...compareThroughput(different, throughput),
    {
      what: `resident memory of ${OF} over that of ${TO}, different, 16 connections`,
      comparison: 'at most',
      target: MEMORY,
      unit: '',
      values: ratios(memoryOf(OF), memoryOf(TO)),
    },
  ];
}
