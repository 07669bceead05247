/** Sockets need file descriptors: both ends have a process with one for each connection. */
import { execFileSync } from 'node:child_process';

/** Standard streams, listening sockets, modules, epoll, a Lambda worker's pipes. */
const OTHERS = 500;

/** @throws Error that says what to do when a process may not open that many sockets */
export function checkDescriptorLimit(sockets: number): void {
  // Node.js raises its soft limit to the hard one when it starts.
  const limit = execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
  if (limit === 'unlimited' || Number(limit) >= sockets + OTHERS) return;
  throw new Error(
    `${sockets} connections need ${sockets + OTHERS} open files for each process, and the limit is ${limit}. ` +
      `Raise it, for example with "sudo prlimit --nofile=${sockets * 2} --pid $$", and start the bench from that shell.`,
  );
}
