/** The peer of the real-time benches: `ws` and a loop. */
import { builtFile } from './build-programs.ts';
import type { Contender } from './contender.ts';

export const BARE_WS_SERVER = 'contenders/bare-ws/server';

/** @param frame - what it sends to every socket for each POST */
export function bareWs(frame: string): Contender {
  return {
    name: 'bare ws',
    command: (port) => ({ args: [builtFile(BARE_WS_SERVER), String(port)], environment: { FRAME: frame } }),
    ready: { kind: 'line' },
  };
}
