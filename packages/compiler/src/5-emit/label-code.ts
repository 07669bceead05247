/** Code for `@override(label:)`: which labels a module knows, and whether a fetch counts for a request. */
import type { OverrideCondition } from '../model/federation-model.ts';
import type { FetchGroup } from '../model/resolver-plan.ts';
import { constantTable, literal } from './module-text.ts';
import { IS_LABEL_ACTIVE } from './snippets.ts';

/** Environment variable of the API that decides a label: AppSync allows letters, digits and underscores. */
export function labelVariable(label: string): string {
  return `OVERRIDE_${label.replaceAll(/\W/g, '_').toUpperCase()}`;
}

/** JavaScript condition that is true while the resolution counts. */
export function labelCondition({ label, isActive }: OverrideCondition): string {
  return `${isActive ? '' : '!'}isLabelActive(ctx, ${literal(label)})`;
}

/** Statement of a pipeline function: unless the resolution counts, another function's answer stays. */
export function labelGuard(condition: OverrideCondition | undefined): string {
  if (condition === undefined) return '';
  const isOut = labelCondition({ ...condition, isActive: !condition.isActive });
  return `  if (${isOut}) {\n    runtime.earlyReturn(ctx.prev.result);\n  }\n`;
}

/** What `labelCondition` needs in a module. */
export function labelBlocksOf(conditions: readonly (OverrideCondition | undefined)[]): string[] {
  const labels = new Set(
    conditions.flatMap((condition) => (condition === undefined ? [] : [condition.label])),
  );
  if (labels.size === 0) return [];
  const rows = [...labels].sort().map((label): [string, LabelRow] => [label, labelRow(label)]);
  return [constantTable('LABELS', Object.fromEntries(rows)), IS_LABEL_ACTIVE];
}

type LabelRow = { readonly percent: number } | { readonly variable: string };

/** "percent(N)", N from 0 to 100 with decimals; composition has checked it. */
function labelRow(label: string): LabelRow {
  const percent = /^percent\((.+)\)$/.exec(label)?.[1];
  return percent === undefined ? { variable: labelVariable(label) } : { percent: Number(percent) };
}

export function conditionTable(groups: readonly FetchGroup[]): string[] {
  const conditions = groups.flatMap(({ typeName, condition }) =>
    condition === undefined ? [] : [[typeName, condition] as const],
  );
  return conditions.length === 0 ? [] : [constantTable('CONDITIONS', Object.fromEntries(conditions))];
}

/** `holds(ctx, entity)` of a step function. */
export function labelBlocks(groups: readonly FetchGroup[]): string[] {
  const blocks = labelBlocksOf(groups.map(({ condition }) => condition));
  return blocks.length === 0 ? [] : [HOLDS, ...blocks];
}

const HOLDS = `
/** True unless the label of the type's fields says that another subgraph has them. */
function holds(ctx, entity) {
  const condition = CONDITIONS[entity.__typename];
  return !condition || isLabelActive(ctx, condition.label) === condition.isActive;
}
`;
