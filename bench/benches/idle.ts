/** Memory for 10,000 connections that are subscribed and idle. */
import { BARE_WS_SERVER, bareWs } from '../harness/bare-ws.ts';
import { checkDescriptorLimit } from '../harness/descriptor-limit.ts';
import type { Contender } from '../harness/contender.ts';
import { processRssMb } from '../harness/proc.ts';
import { createPoll, pollWithId } from '../harness/poll.ts';
import { measureSockets, SOCKET_LOAD } from '../harness/run-load.ts';
import { startContender } from '../harness/start-contender.ts';
import { API_KEY, synthesize, tributary } from '../harness/tributary.ts';
import type { Bench } from './bench.ts';

const CONNECTIONS = 10_000;
/** For garbage of the handshakes to be collected, as in a server that goes on living. */
const IDLE_SECONDS = 10;
const TARGET_MB = 600;

interface Memory {
  readonly beforeMb: number;
  readonly idleMb: number;
  readonly connectSeconds: number;
}

export const idle: Bench = {
  name: 'idle',
  summary: `memory for ${CONNECTIONS} subscribed connections that are idle`,
  packages: ['bare-ws'],
  programs: [SOCKET_LOAD, BARE_WS_SERVER],
  run: async ({ rounds }, progress) => {
    checkDescriptorLimit(CONNECTIONS);
    progress('assembles the reference application');
    const contenders = [tributary(await synthesize('infra/bin/app.ts')), bareWs('')];
    const measured = new Map<string, Memory[]>(contenders.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const contender of contenders) {
        progress(`round ${round + 1} of ${rounds}: ${contender.name}, ${CONNECTIONS} connections`);
        const memory = await measureMemory(contender);
        measured.get(contender.name)?.push(memory);
        progress(`  ${memory.beforeMb.toFixed(0)} MB before, ${memory.idleMb.toFixed(0)} MB idle`);
      }
    }
    return {
      bench: 'idle',
      title: `${CONNECTIONS} idle connections`,
      measuredAt: new Date().toISOString(),
      setting:
        `${rounds} rounds. Resident memory of the process before the first connection, and ${IDLE_SECONDS} s after all ` +
        `${CONNECTIONS} have subscribed with an id each.`,
      series: [...measured].flatMap(([contender, memories]) => {
        const condition = `${CONNECTIONS} connections`;
        const of = (metric: string, read: (memory: Memory) => number) => ({
          condition,
          contender,
          metric,
          values: memories.map(read),
        });
        return [
          of('RSS MB before', ({ beforeMb }) => beforeMb),
          of('RSS MB idle', ({ idleMb }) => idleMb),
          of('KB/connection', ({ beforeMb, idleMb }) => ((idleMb - beforeMb) * 1000) / CONNECTIONS),
          of('s to connect', ({ connectSeconds }) => connectSeconds),
        ];
      }),
      checks: [
        {
          what: 'resident memory with all connections idle',
          comparison: 'at most',
          target: TARGET_MB,
          unit: 'MB',
          values: (measured.get('tributary') ?? []).map(({ idleMb }) => idleMb),
        },
      ],
      notes: [],
    };
  },
};

async function measureMemory(contender: Contender): Promise<Memory> {
  const running = await startContender(contender);
  try {
    const { port, pid, name } = running;
    const { subscription } = name === 'tributary' ? await createPoll(port) : pollWithId('any');
    const beforeMb = processRssMb(pid) ?? 0;
    const { connectSeconds, usage } = await measureSockets({
      port,
      pid,
      connections: CONNECTIONS,
      subscription,
      apiKey: API_KEY,
      work: { kind: 'idle', seconds: IDLE_SECONDS },
    });
    return { beforeMb, idleMb: usage.contenderRssMb, connectSeconds };
  } finally {
    await running.stop();
  }
}
