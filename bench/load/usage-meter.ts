/** CPU and memory of the contender during a window, and what the rest of the machine did. */
import { machineCpuMs, processCpuMs, processRssMb } from '../harness/proc.ts';
import type { Usage } from './load-job.ts';

/** Opens a window; the returned function closes it. */
export function meterUsage(contenderPid: number): () => Usage {
  const before = sample(contenderPid);
  return () => {
    const after = sample(contenderPid);
    const contenderCpuMs = after.contender - before.contender;
    const loadCpuMs = after.own - before.own;
    const foreignMs = after.machine - before.machine - contenderCpuMs - loadCpuMs;
    const elapsedMs = after.at - before.at;
    return {
      contenderCpuMs,
      contenderRssMb: processRssMb(contenderPid) ?? 0,
      loadCpus: loadCpuMs / elapsedMs,
      foreignCpus: Math.max(0, foreignMs / elapsedMs),
    };
  };
}

function sample(contenderPid: number) {
  return {
    at: performance.now(),
    contender: processCpuMs(contenderPid) ?? 0,
    own: processCpuMs(process.pid) ?? 0,
    machine: machineCpuMs() ?? 0,
  };
}
