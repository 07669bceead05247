import { describe, expect, it } from 'vitest';
import { labelStates } from './label-states.ts';

describe('labelStates', () => {
  it('is both states of one label', () => {
    expect(labelStates(['a']).map((state) => [...state])).toEqual([[], ['a']]);
  });

  it('has every two labels in all four combinations', () => {
    const labels = Array.from({ length: 9 }, (_, index) => `label-${index}`);
    const states = labelStates(labels);
    expect(states.length).toBe(10);
    const pairs = labels.flatMap((one) =>
      labels.flatMap((other) => (one === other ? [] : [[one, other] as const])),
    );
    for (const [one, other] of pairs) {
      const seen = new Set(states.map((state) => `${state.has(one)} ${state.has(other)}`));
      expect([...seen].sort()).toEqual(['false false', 'false true', 'true false', 'true true']);
    }
  });
});
