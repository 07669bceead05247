/** CPU time and memory from Linux' /proc; undefined elsewhere. */
import { readdirSync, readFileSync } from 'node:fs';

/** USER_HZ; 100 on every architecture that Node.js is built for. */
const TICKS_PER_SECOND = 100;
const MS_PER_TICK = 1000 / TICKS_PER_SECOND;

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Fields of /proc/PID/stat from the third on: the second is a name in parentheses that may hold spaces. */
function readStat(pid: number | string): readonly string[] | undefined {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Milliseconds of CPU that a process and its threads have used, in user and system mode. */
export function processCpuMs(pid: number): number | undefined {
  const [utime, stime] = readStat(pid)?.slice(11) ?? [];
  return utime === undefined ? undefined : (Number(utime) + Number(stime)) * MS_PER_TICK;
}

/** Milliseconds of CPU that the processes of a group have used, with those of children that have ended. */
export function groupCpuMs(groupId: number): number {
  const stats = readdirSync('/proc').map((name) => (/^\d+$/.test(name) ? readStat(name) : undefined));
  return stats.reduce((sum, fields) => {
    if (fields === undefined || Number(fields[2]) !== groupId) return sum;
    // utime stime cutime cstime
    return sum + fields.slice(11, 15).reduce((ticks, field) => ticks + Number(field), 0) * MS_PER_TICK;
  }, 0);
}

/** Resident memory of a process in MB (10^6 bytes). */
export function processRssMb(pid: number): number | undefined {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return kilobytes === undefined ? undefined : (Number(kilobytes) * 1024) / 1e6;
}

/** Milliseconds of CPU that the machine has used, stolen time of the hypervisor included. */
export function machineCpuMs(): number | undefined {
  const line = read('/proc/stat')?.split('\n', 1)[0];
  if (line === undefined) return undefined;
  // cpu user nice system idle iowait irq softirq steal
  const [, user, nice, system, , , irq, softirq, steal] = line.split(/\s+/).map(Number);
  return (
    [user, nice, system, irq, softirq, steal].reduce<number>((sum, value) => sum + (value ?? 0), 0) *
    MS_PER_TICK
  );
}
