/** The part `limits`: AppSync's limits of the compiled API, and CloudFormation's of its stacks. */
import { closestMeasures, exceededLimit, locateInSources, measureApi } from '@tributary/compiler';
import type { AppSyncApi, LimitMeasure, LimitName, SubgraphSource } from '@tributary/compiler';
import { finishedPart } from './check-report.ts';
import type { CheckPart } from './check-report.ts';

export interface LimitsInput {
  readonly api: AppSyncApi;
  /** Of a cloud assembly; empty without one: the stack of the gateway is counted from the API then. */
  readonly assembly: readonly LimitMeasure[];
  readonly sources: readonly SubgraphSource[];
}

const NOUNS: Readonly<Record<LimitName, string>> = {
  'code-chars': 'characters of code',
  'pipeline-functions': 'pipeline functions',
  'batch-size': 'events in a batch',
  'schema-bytes': 'bytes of schema',
  'stack-resources': 'resources',
  'template-bytes': 'bytes of template',
};

export function checkLimits({ api, assembly, sources }: LimitsInput): CheckPart {
  const ofApi = measureApi(api).filter(({ limit }) => assembly.length === 0 || limit !== 'stack-resources');
  const measures = [...ofApi, ...assembly];
  const exceeded = measures.filter(({ value, maximum }) => value > maximum).map(exceededLimit);
  const closest = closestMeasures(measures);
  const summary = closest.map(
    ({ limit, value, maximum }) => `${format(value)} of ${format(maximum)} ${NOUNS[limit]}`,
  );
  const part = finishedPart('limits', `at most ${summary.join(', ')}`, locateInSources(exceeded, sources));
  return { ...part, measures: closest };
}

function format(value: number): string {
  return value.toLocaleString('en-US');
}
