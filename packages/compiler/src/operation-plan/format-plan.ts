/** A query plan for people: the resolver tree with its calls, then the totals. */
import type { OperationPlan, PlannedCall, PlannedResolver } from './plan-operation.ts';

/** Multi-line text without a trailing newline. */
export function formatPlan(plan: OperationPlan): string {
  const head = `${plan.operation} ${plan.name ?? '(anonymous)'}`;
  const { calls, callsByDataSource, waves } = plan.totals;
  const sources = Object.entries(callsByDataSource).map(([name, count]) => `${name} ${count}`);
  return [
    head,
    ...plan.resolvers.flatMap((resolver) => formatResolver(resolver, '')),
    '',
    `${calls} data-source ${calls === 1 ? 'call' : 'calls'} in ${waves} ${waves === 1 ? 'wave' : 'waves'}: ${sources.join(', ') || 'none'}`,
  ].join('\n');
}

function formatResolver(resolver: PlannedResolver, indent: string): string[] {
  const key = resolver.path.split('.').at(-1) ?? '';
  const mark = resolver.hasResolver ? '' : '  (in the parent)';
  return [
    `${indent}- ${key}: ${resolver.coordinate}${mark}`,
    ...resolver.calls.map((call) => `${indent}    ${formatCall(call)}`),
    ...resolver.children.flatMap((child) => formatResolver(child, `${indent}  `)),
  ];
}

function formatCall(call: PlannedCall): string {
  const { wave, operation, dataSource, asks, maxBatchSize, isPerItem, dependsOnType } = call;
  const remarks = [
    ...(maxBatchSize > 0 ? [`batches of ${maxBatchSize}`] : []),
    ...(isPerItem ? ['once for each item'] : []),
    ...(dependsOnType ? ['if a value is of such a type'] : []),
  ];
  const remark = remarks.length === 0 ? '' : `  (${remarks.join(', ')})`;
  return `[wave ${wave}] ${operation} ${dataSource}: ${asks}${remark}`;
}
