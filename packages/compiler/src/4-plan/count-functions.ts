import type { ResolverPlan } from '../model/resolver-plan.ts';
import { assertNever } from '../model/result.ts';

/** Pipeline functions of a resolver, as far as they are planned. */
export function countFunctions({
  value,
  inputs,
  fetches,
  completion,
  joint = [],
}: Pick<ResolverPlan, 'value' | 'inputs' | 'fetches' | 'joint'> &
  Partial<Pick<ResolverPlan, 'completion'>>): number {
  const steps = completion?.steps.length ?? 0;
  return inputs.length + countOfValue(value) + fetches.length + steps + joint.length;
}

function countOfValue(value: ResolverPlan['value']): number {
  switch (value.kind) {
    case 'root-call':
      return value.alternatives.length;
    case 'joined-call':
      return value.otherwise === undefined ? 1 : 2;
    case 'handwritten':
      return value.resolver.kind === 'unit' ? 1 : value.resolver.functions.length;
    case 'property':
      return 0;
    default:
      return assertNever(value);
  }
}
