/** Measurements over HTTP as series of a report. */
import type { HttpMeasurement } from './http-rounds.ts';
import { noiseNotes } from './noise.ts';
import type { Series, TargetCheck } from './report.ts';
import { ratios } from './statistics.ts';

const METRICS: Readonly<Record<string, (measurement: HttpMeasurement) => number>> = {
  'requests/s': requestsPerSecond,
  'p50 ms': ({ p50Ms }) => p50Ms,
  'p99 ms': ({ p99Ms }) => p99Ms,
  'CPU ms/request': cpuMsPerRequest,
  'CPUs of the load': ({ usage }) => usage.loadCpus,
  'RSS MB': ({ usage }) => usage.contenderRssMb,
};

/** @param prefix - of the conditions, e.g. `identical, ` */
export function toSeries(measurements: readonly HttpMeasurement[], prefix = ''): readonly Series[] {
  const contenders = [...new Set(measurements.map(({ contender }) => contender))];
  const concurrencies = [...new Set(measurements.map(({ connections }) => connections))].sort(
    (a, b) => a - b,
  );
  return concurrencies.flatMap((connections) =>
    contenders.flatMap((contender) => {
      const group = measurements.filter(
        (each) => each.connections === connections && each.contender === contender,
      );
      const condition = `${prefix}${connectionsLabel(connections)}`;
      return Object.entries(METRICS).map(([metric, read]) => ({
        condition,
        contender,
        metric,
        values: group.map(read),
      }));
    }),
  );
}

export function connectionsLabel(connections: number): string {
  return connections === 1 ? '1 connection' : `${connections} connections`;
}

export interface Comparison {
  readonly of: string;
  readonly to: string;
  readonly connections: readonly number[];
  /** What `of` is to reach of the throughput of `to`. */
  readonly target: number;
  /** Where there are several sets of measurements, e.g. `one CPU, `. */
  readonly prefix?: string;
}

/**
 * Throughput of one contender over that of another, round by round, twice: by requests per second, and by CPU time
 * per request, which hardly moves when other processes disturb the machine.
 */
export function compareThroughput(
  measurements: readonly HttpMeasurement[],
  { of, to, connections, target, prefix = '' }: Comparison,
): readonly TargetCheck[] {
  return connections.flatMap((concurrency) => {
    const valuesOf = (contender: string, metric: (measurement: HttpMeasurement) => number) =>
      measurements
        .filter((each) => each.contender === contender && each.connections === concurrency)
        .map(metric);
    const check = { comparison: 'at least' as const, target, unit: '' };
    const label = `${prefix}${connectionsLabel(concurrency)}`;
    return [
      {
        ...check,
        what: `requests/s of ${of} over those of ${to}, ${label}`,
        values: ratios(valuesOf(of, requestsPerSecond), valuesOf(to, requestsPerSecond)),
      },
      {
        ...check,
        what: `the same by CPU time, ${label}`,
        values: ratios(valuesOf(to, cpuMsPerRequest), valuesOf(of, cpuMsPerRequest)),
      },
    ];
  });
}

export function httpNoiseNotes(measurements: readonly HttpMeasurement[]): readonly string[] {
  return noiseNotes(
    measurements.map(({ contender, connections, round, usage }) => ({
      what: `${contender}, ${connectionsLabel(connections)}, window ${round + 1}`,
      foreignCpus: usage.foreignCpus,
    })),
  );
}

function requestsPerSecond({ requests, seconds }: HttpMeasurement): number {
  return requests / seconds;
}

function cpuMsPerRequest({ usage, requests }: HttpMeasurement): number {
  return usage.contenderCpuMs / requests;
}
