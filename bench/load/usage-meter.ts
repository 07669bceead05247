/** CPU and memory of the contender during a window, and what the rest of the machine did. */
import { machineCpuMs, processCpuMs, processRssMb } from '../harness/proc.ts';
import type { Usage } from './load-job.ts';

/** Opens a window; the returned function closes it. */
export function meterUsage(contenderPid: number): () => Usage {
  const before = sample(contenderPid);
  return () => {
    const after = sample(contenderPid);
    const contenderCpuMs = after.contender - before.contender;
    const foreignMs = after.machine - before.machine - contenderCpuMs - (after.own - before.own);
    return {
      contenderCpuMs,
      contenderRssMb: processRssMb(contenderPid) ?? 0,
      foreignCpus: Math.max(0, foreignMs / (after.at - before.at)),
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
