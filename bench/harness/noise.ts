/** Says when other processes disturbed a measurement. */

/** Share of one CPU; measured on an idle machine: up to 0.05. */
const NOISE_THRESHOLD_CPUS = 0.15;

export interface Disturbance {
  readonly what: string;
  readonly foreignCpus: number;
}

/** One note for a report; none when the machine was quiet all the time. */
export function noiseNotes(disturbances: readonly Disturbance[]): readonly string[] {
  const noisy = disturbances.filter(({ foreignCpus }) => foreignCpus > NOISE_THRESHOLD_CPUS);
  if (noisy.length === 0) return [];
  const worst = noisy.reduce((a, b) => (a.foreignCpus > b.foreignCpus ? a : b));
  return [
    `noisy machine: in ${noisy.length} of ${disturbances.length} measurements other processes kept more than ` +
      `${NOISE_THRESHOLD_CPUS} CPUs busy, at worst ${worst.foreignCpus.toFixed(2)} (${worst.what})`,
  ];
}
