/**
 * A compilation as it works while some labels of `@override` are active: requests decide them, plans are told. What
 * counts in the state keeps a condition that holds, since the emitted code asks for it later than for other fields.
 */
import type { LabelState } from '../4-plan/label-states.ts';
import { modelInState } from '../4-plan/label-states.ts';
import type { Compilation } from '../compile.ts';
import type { OverrideCondition } from '../model/federation-model.ts';
import { readOnce } from '../model/read-once.ts';
import type { FetchGroup, RequiredInput, ResolverPlan, ValuePlan } from '../model/resolver-plan.ts';

/** @returns the very same when no label is decided at run time */
export function compilationInState(compilation: Compilation, state: LabelState): Compilation {
  const { model, plan } = compilation;
  const inState = modelInState(model, state);
  const hasLabels = [...inState.types].some(([name, type]) => model.types.get(name) !== type);
  if (!hasLabels) return compilation;
  const decide = createDecide(state);
  const groups = new Map(plan.groups.map((group) => [group, decide(group)]));
  const groupOf = (group: FetchGroup) => groups.get(group) ?? decide(group);
  return {
    api: compilation.api,
    // Worked out for those who ask: a plan does not.
    get hints() {
      return compilation.hints;
    },
    model: inState,
    plan: {
      ...plan,
      groups: [...groups.values()].filter(counts),
      resolvers: plan.resolvers.map((resolver): ResolverPlan => ({
        ...resolver,
        value: valueInState(resolver.value, decide),
        inputs: resolver.inputs.map((input) => inputInState(input, decide)).filter(inputCounts),
        fetches: resolver.fetches
          .map((fetch) => ({ ...fetch, group: groupOf(fetch.group) }))
          .filter(({ group }) => counts(group)),
      })),
    },
  };
}

/** While no label is active. */
export const withoutLabels = readOnce((compilation: Compilation) =>
  compilationInState(compilation, new Set()),
);

type Decide = <Labelled extends { readonly condition: OverrideCondition | undefined }>(
  labelled: Labelled,
) => Labelled;

/** Conditions that hold get `isActive: false`, as if no label were active. */
function createDecide(state: LabelState): Decide {
  return (labelled) => {
    const { condition } = labelled;
    if (condition === undefined) return labelled;
    const holds = state.has(condition.label) === condition.isActive;
    return { ...labelled, condition: { ...condition, isActive: !holds } };
  };
}

function counts({ condition }: { readonly condition: OverrideCondition | undefined }): boolean {
  return condition?.isActive !== true;
}

function valueInState(value: ValuePlan, decide: Decide): ValuePlan {
  if (value.kind === 'root-call')
    return { ...value, alternatives: value.alternatives.map(decide).filter(counts) };
  if (value.kind !== 'joined-call' || value.otherwise === undefined) return value;
  const otherwise = decide(value.otherwise);
  if (counts(otherwise)) return { ...value, otherwise };
  const { subgraph, keys, requires, contextArguments, condition } = otherwise;
  return {
    kind: 'joined-call',
    subgraph,
    keys,
    requires,
    contextArguments,
    otherwise: { ...value, condition: { ...condition, isActive: false } },
  };
}

function inputInState(input: RequiredInput, decide: Decide): RequiredInput {
  return input.kind === 'call' ? decide(input) : { ...input, group: decide(input.group) };
}

function inputCounts(input: RequiredInput): boolean {
  return counts(input.kind === 'call' ? input : input.group);
}
