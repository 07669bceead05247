import { describe, expect, it } from 'vitest';
import { runDifferential } from './run-differential.ts';
import { createServed } from './served.ts';

describe('random splits of a schema', () => {
  it('answer as one plain server does, 12 splits with 8 operations each', { timeout: 180_000 }, async () => {
    const report = await runDifferential({
      seed: 1,
      from: 0,
      to: 12,
      operationsOfASplit: 8,
      maxFindings: 3,
    });
    expect(report.findings.map(({ split, difference }) => `split ${split}: ${difference.text}`)).toEqual([]);
    expect(report.operations).toBe(96);
  });

  it(
    'answer so by native resolvers too, 12 splits with 8 operations each',
    { timeout: 180_000 },
    async () => {
      const report = await runDifferential({
        seed: 2,
        from: 0,
        to: 12,
        operationsOfASplit: 8,
        maxFindings: 3,
        createApi: (subgraphs) => createServed('native', subgraphs),
      });
      expect(report.findings.map(({ split, difference }) => `split ${split}: ${difference.text}`)).toEqual(
        [],
      );
      expect(report.operations).toBe(96);
    },
  );
});
