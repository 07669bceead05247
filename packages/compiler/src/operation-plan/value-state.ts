/** Which subgraph has supplied which field of a value, while a query plan is walked. */
import type { Compilation } from '../compile.ts';
import { resolutionIn, suppliedFields } from '../4-plan/fetch-groups.ts';
import type { Producer } from '../4-plan/plan-completion.ts';
import type { FieldModel, ObjectTypeModel } from '../model/federation-model.ts';
import type { ResolverPlan } from '../model/resolver-plan.ts';

/** Field name -> subgraph that supplied it, for a value of one object type. */
export type ValueState = Map<string, string>;

/** The state of a fresh value of `type`. */
function producedState(type: ObjectTypeModel, producer: Producer): ValueState {
  return new Map(
    [...suppliedFields(type, producer.subgraph, producer.provides)].map((name) => [name, producer.subgraph]),
  );
}

/** Which subgraph produces the value of `field`, given the state of its parent. */
export function producerOf(
  field: FieldModel,
  plan: ResolverPlan | undefined,
  parent: ReadonlyMap<string, string>,
): Producer {
  const subgraph =
    calledSubgraph(plan, parent.has(field.name)) ??
    parent.get(field.name) ??
    field.resolutions[0]?.subgraph ??
    '';
  return { subgraph, provides: resolutionIn(field, subgraph)?.provides };
}

function calledSubgraph(plan: ResolverPlan | undefined, isPresent: boolean): string | undefined {
  switch (plan?.value.kind) {
    case 'root-call':
    case 'joined-call':
    case 'handwritten':
      return plan.value.subgraph;
    case 'joined-entity':
      return isPresent ? undefined : plan.value.group.subgraph;
    case 'property':
    case undefined:
      return undefined;
  }
}

/** States of a value by concrete type name. */
export function producedStates(
  { model }: Compilation,
  typeNames: readonly string[],
  producer: Producer,
): Map<string, ValueState> {
  return new Map(
    typeNames.flatMap((name) => {
      const type = model.types.get(name);
      return type === undefined ? [] : [[name, producedState(type, producer)] as const];
    }),
  );
}
