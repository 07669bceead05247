/** Measurements over HTTP as series of a report. */
import type { HttpMeasurement } from './http-rounds.ts';
import type { Series } from './report.ts';
import { ratios } from './statistics.ts';

const METRICS: Readonly<Record<string, (measurement: HttpMeasurement) => number>> = {
  'requests/s': ({ requests, seconds }) => requests / seconds,
  'p50 ms': ({ p50Ms }) => p50Ms,
  'p99 ms': ({ p99Ms }) => p99Ms,
  'CPU ms/request': ({ usage, requests }) => usage.contenderCpuMs / requests,
  'RSS MB': ({ usage }) => usage.contenderRssMb,
};

export function toSeries(measurements: readonly HttpMeasurement[]): readonly Series[] {
  const contenders = [...new Set(measurements.map(({ contender }) => contender))];
  const concurrencies = [...new Set(measurements.map(({ connections }) => connections))].sort(
    (a, b) => a - b,
  );
  return concurrencies.flatMap((connections) =>
    contenders.flatMap((contender) => {
      const group = measurements.filter(
        (each) => each.connections === connections && each.contender === contender,
      );
      const condition = connectionsLabel(connections);
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

/** Requests per second of one contender over those of another, round by round. */
export function throughputRatios(
  measurements: readonly HttpMeasurement[],
  { of, to, connections }: { of: string; to: string; connections: number },
): readonly number[] {
  const rates = (contender: string) =>
    measurements
      .filter((each) => each.contender === contender && each.connections === connections)
      .map((each) => each.requests / each.seconds);
  return ratios(rates(of), rates(to));
}
