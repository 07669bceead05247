/** One vote delivered to 5,000 subscribers: Tributary against a bare `ws` server that sends the same bytes. */
import type { SocketResult } from '../load/socket-job.ts';
import { BARE_WS_SERVER, bareWs } from '../harness/bare-ws.ts';
import type { Contender } from '../harness/contender.ts';
import { checkDescriptorLimit } from '../harness/descriptor-limit.ts';
import { noiseNotes } from '../harness/noise.ts';
import { createPoll, pollWithId } from '../harness/poll.ts';
import type { Series } from '../harness/report.ts';
import { measureSockets, SOCKET_LOAD } from '../harness/run-load.ts';
import { startContender } from '../harness/start-contender.ts';
import { ratios } from '../harness/statistics.ts';
import { API_KEY, synthesize, tributary } from '../harness/tributary.ts';
import type { Bench } from './bench.ts';

const SUBSCRIBERS = 5000;
const WARM_UP_EVENTS = 30;
const TARGET_RATIO = 0.6;

export const broadcast: Bench = {
  name: 'broadcast',
  summary: `one mutation to ${SUBSCRIBERS} WebSocket subscribers against a bare ws server`,
  packages: ['bare-ws'],
  programs: [SOCKET_LOAD, BARE_WS_SERVER],
  run: async ({ rounds, seconds }, progress) => {
    checkDescriptorLimit(SUBSCRIBERS);
    progress('assembles the reference application');
    const engine = tributary(await synthesize('infra/bin/app.ts'));
    const measured: Record<'engine' | 'peer', SocketResult[]> = { engine: [], peer: [] };
    const measure = async (contender: Contender, round: number) => {
      progress(`round ${round + 1} of ${rounds}: ${contender.name}, ${SUBSCRIBERS} subscribers`);
      const result = await broadcastTo(contender, seconds);
      progress(
        `  ${deliveriesPerSecond(result).toFixed(0)} deliveries/s, ${result.usage.foreignCpus.toFixed(2)} CPUs busy elsewhere`,
      );
      return result;
    };
    for (let round = 0; round < rounds; round += 1) {
      const result = await measure(engine, round);
      measured.engine.push(result);
      measured.peer.push(await measure(bareWs(result.frame), round));
    }
    const notes = noiseNotes(
      Object.entries(measured).flatMap(([what, results]) =>
        results.map(({ usage: { foreignCpus } }, round) => ({
          what: `${what}, round ${round + 1}`,
          foreignCpus,
        })),
      ),
    );
    return {
      bench: 'broadcast',
      title: `One mutation to ${SUBSCRIBERS} subscribers`,
      measuredAt: new Date().toISOString(),
      setting:
        `${rounds} rounds of ${seconds} s, contenders in turn and started anew. A vote is sent when the last subscriber ` +
        'has the frame of the one before; subscribers have a connection and an id each. Tributary runs the vote (an update ' +
        'in DynamoDB) and an enhanced filter for every subscriber; bare ws sends a frame recorded from Tributary to all.',
      series: [...toSeries('tributary', measured.engine), ...toSeries('bare ws', measured.peer)],
      checks: [
        {
          what: 'deliveries/s of bare ws',
          comparison: 'at least',
          target: TARGET_RATIO,
          unit: '',
          values: ratios(measured.engine.map(deliveriesPerSecond), measured.peer.map(deliveriesPerSecond)),
        },
        {
          what: 'the same by CPU time: ms/event of bare ws over those of tributary',
          comparison: 'at least',
          target: TARGET_RATIO,
          unit: '',
          values: ratios(measured.peer.map(cpuMsPerEvent), measured.engine.map(cpuMsPerEvent)),
        },
      ],
      notes,
    };
  },
};

async function broadcastTo(contender: Contender, seconds: number): Promise<SocketResult> {
  const running = await startContender(contender);
  try {
    const { port, pid, name } = running;
    const poll = name === 'tributary' ? await createPoll(port) : pollWithId('any');
    const result = await measureSockets({
      port,
      pid,
      connections: SUBSCRIBERS,
      subscription: poll.subscription,
      apiKey: API_KEY,
      work: { kind: 'broadcast', mutation: poll.vote, warmUpEvents: WARM_UP_EVENTS, seconds },
    });
    if (result.wrongFrames > 0) throw new Error(`${name} sent ${result.wrongFrames} wrong frames`);
    return result;
  } finally {
    await running.stop();
  }
}

function deliveriesPerSecond({ events, seconds }: SocketResult): number {
  return (events * SUBSCRIBERS) / seconds;
}

function cpuMsPerEvent({ usage, events }: SocketResult): number {
  return usage.contenderCpuMs / events;
}

function toSeries(contender: string, results: readonly SocketResult[]): readonly Series[] {
  const metrics: Readonly<Record<string, (result: SocketResult) => number>> = {
    'deliveries/s': deliveriesPerSecond,
    'p50 ms to the last': ({ p50Ms }) => p50Ms,
    'p99 ms to the last': ({ p99Ms }) => p99Ms,
    'CPU ms/event': cpuMsPerEvent,
    'RSS MB': ({ usage }) => usage.contenderRssMb,
    'CPUs of the load': ({ usage }) => usage.loadCpus,
    'bytes/frame': ({ frame }) => frame.length,
  };
  return Object.entries(metrics).map(([metric, read]) => ({
    condition: `${SUBSCRIBERS} subscribers`,
    contender,
    metric,
    values: results.map(read),
  }));
}
