/** What of a function's answer of a root field counts only while an override label says so. */
import type { OverrideCondition } from '../model/federation-model.ts';
import type { LabelledPath } from '../model/resolver-plan.ts';
import { labelBlocksOf, labelCondition } from './label-code.ts';
import { literal } from './module-text.ts';

/**
 * `withoutLabelled(ctx, answer)` of a module; nothing when all of the answer counts. Needs IS_PRESENT.
 *
 * @param others - conditions that the module looks at besides
 */
export function labelledBlocks(
  labelled: readonly LabelledPath[],
  others: readonly (OverrideCondition | undefined)[],
): readonly string[] {
  const labels = labelBlocksOf([...labelled.map(({ condition }) => condition), ...others]);
  if (labelled.length === 0) return labels;
  const rows = labelled.map(({ path, condition }) => {
    const [text = '', typeName] = path.split(':').reverse();
    const names = text.split('.');
    const place = { names: names.slice(0, -1), name: names.at(-1), typeName: typeName ?? null };
    return `    { ...${literal(place)}, isCounting: ${condition === undefined ? 'false' : labelCondition(condition)} },`;
  });
  return [
    `/** The answer without fields that another subgraph has for this request: what this one says of them does not count. */
function withoutLabelled(ctx, answer) {
  const labelled = [
${rows.join('\n')}
  ];
  labelled.filter(({ isCounting }) => !isCounting).forEach(({ names, name, typeName }) => {
    let objects = [answer].flat(4).filter((one) => isPresent(one) && (!typeName || one.__typename === typeName));
    names.forEach((inner) => {
      objects = objects.map((one) => one[inner]).flat(4).filter(isPresent);
    });
    objects.forEach((one) => {
      delete one[name];
    });
  });
  return answer;
}`,
    ...labels,
  ];
}
