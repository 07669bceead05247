/** The root fields of a mutation: in their order, and together where one request keeps it. */
import { Kind } from 'graphql';
import type { FieldNode } from 'graphql';
import type { Compilation } from '../compile.ts';
import { invariant } from '../model/result.ts';
import { withoutLabels } from './compilation-in-state.ts';
import { isOverHttp } from './planned-call.ts';
import { allCalls, lastWave } from './planned-resolver.ts';
import type { PlannedResolver } from './planned-resolver.ts';
import { createContext, fieldsAt, planField, planSelection } from './plan-selection.ts';
import type { PlanningContext, SelectionPlace } from './plan-selection.ts';
import type { Variables } from './read-selection.ts';
import { statesOf } from './value-state.ts';

/**
 * GraphQL spec, "Normal and Serial Execution": a root field of a mutation waits for those before it.
 * @param isServed - fields may start together, as under `tributary serve`
 */
export function planInSeries(
  context: PlanningContext,
  place: SelectionPlace,
  isServed: boolean,
): PlannedResolver[] {
  const planned: PlannedResolver[] = [];
  let together: PlannedResolver[] = [];
  let wave = 0;
  for (const field of fieldsAt(context, place)) {
    const planAt = (after: number) => planField(context, { ...field, place: { ...place, wave: after } });
    const isJoining =
      isServed && planAt(wave).every((one) => startsTogether(context.compilation, together, one));
    if (!isJoining) {
      wave = lastWave(allCalls(planned));
      together = [];
    }
    const resolvers = planAt(wave);
    together.push(...resolvers);
    planned.push(...resolvers);
  }
  return planned;
}

/** @param nodes - a root field of a mutation as often as it is selected, without named fragments inside */
export function planMutationField(
  compilation: Compilation,
  nodes: readonly FieldNode[],
  variables: Variables,
): PlannedResolver | undefined {
  const known = withoutLabels(compilation);
  const { model } = known;
  const rootType = model.schema().getMutationType();
  invariant(rootType, 'no type for mutations');
  const context = createContext(known, [], { variables, isVisible: true, hasStandIns: false });
  const selections = nodes.map((node) => ({ kind: Kind.SELECTION_SET, selections: [node] }) as const);
  return planSelection(context, {
    selectionSets: selections,
    path: [],
    wave: 0,
    isInList: false,
    dependsOnType: false,
    states: statesOf(model, [rootType.name], []),
  })[0];
}

/**
 * Whether a root field of a mutation goes to its subgraph in one request with those before it. The subgraph answers them
 * in their order. Other subgraphs are asked for the rest of their values afterwards; they see what all of them did, as
 * they would if each had been waited for, as long as no subgraph changes what is another's. The fields' own subgraph
 * would not: where the rest of an earlier field's value takes it to be asked once more, the next one has to wait.
 */
export function startsTogether(
  compilation: Compilation,
  earlier: readonly PlannedResolver[],
  field: PlannedResolver,
): boolean {
  // Which labels of `@override` are active is known at run time only, and with them what is asked of whom.
  if (compilation.plan.groups.some(({ condition }) => condition !== undefined)) return false;
  const subgraph = rootSubgraph(compilation, field);
  return (
    subgraph !== undefined &&
    earlier.every(
      (one) =>
        rootSubgraph(compilation, one) === subgraph &&
        [...allCalls([one])].filter((call) => call.subgraph === subgraph).length === 1,
    )
  );
}

/** Of a field that one subgraph over HTTP has. */
function rootSubgraph({ api }: Compilation, { calls }: PlannedResolver): string | undefined {
  const roots = calls.filter(({ operation }) => operation === 'Invoke');
  const [root] = roots;
  return root !== undefined && roots.length === 1 && isOverHttp(api, root.subgraph)
    ? root.subgraph
    : undefined;
}
