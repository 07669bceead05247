import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { settleLabels } from './settle-labels.ts';

const GRAPHS = `
enum join__Graph {
  OLD @join__graph(name: "old-one", url: "")
  NEW @join__graph(name: "new-one", url: "")
}
`;

/** The directives of one field that `new-one` takes from `old-one` with a label. */
function settled(label: string): string {
  const document = parse(`${GRAPHS}
type Item {
  price: Int
    @join__field(graph: OLD, overrideLabel: "${label}")
    @join__field(graph: NEW, requires: "size", override: "old-one", overrideLabel: "${label}")
}
`);
  const text = print(settleLabels(document)).replaceAll(/\s+/g, ' ');
  return /price: Int (.*) }/.exec(text)?.[1] ?? '';
}

describe('settleLabels', () => {
  it('moves a field of 100 percent for good', () => {
    expect(settled('percent(100)')).toBe(
      '@join__field(graph: OLD, usedOverridden: true) @join__field(graph: NEW, requires: "size", override: "old-one")',
    );
  });

  it('leaves a field of 0 percent where it was, as if the old owner had taken it back', () => {
    expect(settled('percent(0)')).toBe(
      '@join__field(graph: OLD, override: "new-one") @join__field(graph: NEW, external: true)',
    );
  });

  it.each(['percent(0.5)', 'percent(99.9)', 'next-price'])('leaves %s to run time', (label) => {
    const document = parse(
      `${GRAPHS} type Item { price: Int @join__field(graph: NEW, override: "old-one", overrideLabel: "${label}") }`,
    );
    expect(settleLabels(document)).toBe(document);
  });
});
