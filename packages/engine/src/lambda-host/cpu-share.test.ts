import { describe, expect, it } from 'vitest';
import { type CpuTimes, usedShare } from './cpu-share.ts';

const START: CpuTimes = { openMs: 1_000, ownMs: 400, machineMs: 9_000, machineIdleMs: 5_000 };

describe('usedShare', () => {
  it('is the share of this process where it uses most of what is open to it', () => {
    // Held to one of four CPUs: the others are idle.
    const after = { openMs: 1_100, ownMs: 490, machineMs: 9_400, machineIdleMs: 5_300 };
    expect(usedShare(START, after)).toBeCloseTo(0.9);
  });

  it('is the share of the machine where others keep its CPUs busy', () => {
    const after = { openMs: 1_200, ownMs: 440, machineMs: 9_200, machineIdleMs: 5_010 };
    expect(usedShare(START, after)).toBeCloseTo(0.95);
  });

  it('is the share of this process where the system does not tell of the machine', () => {
    const blind = { machineMs: 0, machineIdleMs: 0 };
    const after = { openMs: 1_200, ownMs: 500, ...blind };
    expect(usedShare({ ...START, ...blind }, after)).toBeCloseTo(0.5);
  });
});
