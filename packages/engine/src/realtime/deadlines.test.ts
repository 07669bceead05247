import { describe, expect, it } from 'vitest';
import { createDeadlines } from './deadlines.ts';

function start() {
  let nowEpochMs = 0;
  let tick = (): void => undefined;
  const ran: string[] = [];
  const deadlines = createDeadlines({
    now: () => nowEpochMs,
    repeat: (run) => {
      tick = run;
      return () => (tick = () => undefined);
    },
  });
  return {
    deadlines,
    ran,
    at: (epochMs: number, name: string) => deadlines.at(epochMs, () => void ran.push(name)),
    moveTo(epochMs: number): void {
      nowEpochMs = epochMs;
      tick();
    },
  };
}

describe('deadlines', () => {
  it('run once, in order, never early', () => {
    const { at, ran, moveTo } = start();
    at(5500, 'late');
    at(1000, 'first');
    at(1001, 'second');
    moveTo(999);
    expect(ran).toEqual([]);
    moveTo(1999);
    expect(ran).toEqual(['first']);
    moveTo(5999);
    expect(ran).toEqual(['first', 'second']);
    moveTo(6000);
    moveTo(9000);
    expect(ran).toEqual(['first', 'second', 'late']);
  });

  it('run after a clock that jumped', () => {
    const { at, ran, moveTo } = start();
    at(60_000, 'a');
    at(86_400_000, 'b');
    moveTo(1e12);
    expect(ran).toEqual(['a', 'b']);
  });

  it('do not run when they are taken back, also by a neighbor that runs before', () => {
    const { deadlines, at, ran, moveTo } = start();
    deadlines.at(1000, () => cancelled());
    const cancelled = at(1000, 'no');
    at(1000, 'yes');
    moveTo(1000);
    expect(ran).toEqual(['yes']);
  });

  it('that are past already run at the next tick', () => {
    const { at, ran, moveTo } = start();
    moveTo(50_000);
    at(10, 'past');
    moveTo(51_000);
    expect(ran).toEqual(['past']);
  });

  it('end with the endpoint', () => {
    const { deadlines, at, ran, moveTo } = start();
    at(1000, 'never');
    deadlines.stop();
    moveTo(2000);
    expect(ran).toEqual([]);
  });
});
