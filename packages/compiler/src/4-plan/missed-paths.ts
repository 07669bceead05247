/** What the answers of several subgraphs to one field do not have, where that is not told by their first levels. */
import type { FieldModel } from '../model/federation-model.ts';
import type { LackingFields, ValueWay } from './lacking-fields.ts';

/** @returns for each subgraph the paths that its answer lacks; nothing where the first level decides what to ask */
export function missedPaths(
  lackingFields: LackingFields,
  field: FieldModel,
  subgraphs: readonly string[],
): readonly (readonly string[])[] {
  const missed = subgraphs.map((subgraph) =>
    subgraphs.length > 1 && field.isComposite ? lackingFields.ofAnswer(field, subgraph) : [],
  );
  return missed.some((paths) => paths.some(isNested)) ? missed : subgraphs.map(() => []);
}

/** The values that one subgraph alone answers, when what others would add inside them is not selected. */
export function loneWays(ways: readonly ValueWay[]): readonly ValueWay[] {
  const adding = ways.filter(({ added }) => added.some(({ adds }) => adds.some(isNested)));
  return adding.flatMap(({ sources }) =>
    sources.flatMap((source) => (source.only === undefined ? [{ sources: [source], added: [] }] : [])),
  );
}

function isNested(path: string): boolean {
  return path.includes('.');
}
