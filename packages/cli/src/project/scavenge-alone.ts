/** How V8 collects young objects in the server's process, those of functions' threads included. */
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/** Threads that Node starts to help V8, whatever CPUs there are. Node.js documentation, `--v8-pool-size` (20.20). */
const V8_HELPER_THREADS = 4;

/**
 * Lets each thread collect its young objects by itself where V8's helpers have no CPUs of their own: there they and the
 * threads of functions take turns, and wait for each other in every collection. V8 reads the flag whenever it collects,
 * so that it holds from now on.
 */
export function scavengeAlone(): void {
  for (const flag of scavengeFlags(availableParallelism())) setFlagsFromString(flag);
}

export function scavengeFlags(cpus: number): readonly string[] {
  return cpus <= V8_HELPER_THREADS ? ['--no-parallel-scavenge'] : [];
}
