/** The resolvers of a selection, with what is selected below their fields. */
import type { FieldNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import type { Compilation } from '../compile.ts';
import type { ResolverPlan } from '../model/resolver-plan.ts';
import { collectFields } from './collect-fields.ts';
import { plannedCalls, rootCandidates } from './planned-calls.ts';
import type { CallPlace } from './planned-calls.ts';
import type { PlannedResolver } from './planned-resolver.ts';
import { namesAtAnyDepth, readSelection, repeatedNames } from './read-selection.ts';
import { selectionBelow } from './selection-below.ts';
import type { Variables } from './read-selection.ts';
import type { ValueState } from './value-state.ts';

export interface PlanningContext {
  readonly compilation: Compilation;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly resolvers: ReadonlyMap<string, ResolverPlan>;
  readonly variables: Variables;
  /** Whether the text of a selection shows all that is selected: no named fragment hides a part. */
  readonly isVisible: boolean;
  /** Whether a type may stand in for one behind an `@interfaceObject`, as in queries under `tributary serve`. */
  readonly hasStandIns: boolean;
}

export function createContext(
  compilation: Compilation,
  fragments: readonly FragmentDefinitionNode[],
  own: Pick<PlanningContext, 'variables' | 'isVisible' | 'hasStandIns'>,
): PlanningContext {
  return {
    ...own,
    compilation,
    fragments: new Map(fragments.map((node) => [node.name.value, node])),
    resolvers: new Map(
      compilation.plan.resolvers.map((plan) => [`${plan.typeName}.${plan.fieldName}`, plan]),
    ),
  };
}

export interface SelectionPlace {
  readonly selectionSets: readonly SelectionSetNode[];
  readonly path: readonly string[];
  /** Calls that were made before, one after the other. */
  readonly wave: number;
  readonly isInList: boolean;
  /** Below an abstract type: what runs depends on the values. */
  readonly dependsOnType: boolean;
  /** What is known of the value, by its concrete types. */
  readonly states: ReadonlyMap<string, ValueState>;
}

export function planSelection(context: PlanningContext, place: SelectionPlace): PlannedResolver[] {
  return fieldsAt(context, place).flatMap((field) => planField(context, field));
}

/** The root fields of a query under `serve`: those that one subgraph can answer share a request. */
export function planTogether(context: PlanningContext, place: SelectionPlace): PlannedResolver[] {
  const fields = fieldsAt(context, place);
  const candidates = fields.map(({ typeName, nodes }) => {
    const value = context.resolvers.get(`${typeName}.${nodes[0]?.name.value ?? ''}`)?.value;
    const sets = selectionSetsOf(nodes);
    const selection = readSelection(sets, context.variables);
    return value?.kind === 'root-call'
      ? rootCandidates(value.alternatives, { selection, deepNames: namesAtAnyDepth(sets) })
      : [];
  });
  return fields.flatMap((field, own) =>
    planField(context, { ...field, otherRoots: candidates.filter((_, index) => index !== own) }),
  );
}

function selectionSetsOf(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
}

export interface FieldPlace {
  readonly typeName: string;
  readonly state: ValueState;
  readonly nodes: readonly FieldNode[];
  readonly place: SelectionPlace;
  readonly path: readonly string[];
  readonly otherRoots?: CallPlace['otherRoots'];
}

/** What is selected of each object type that the value may be of. */
export function fieldsAt(context: PlanningContext, place: SelectionPlace): readonly FieldPlace[] {
  const { fragments, variables, compilation } = context;
  return [...place.states].flatMap(([typeName, state]) => {
    const ofType = { model: compilation.model, fragments, variables, typeName };
    return [...collectFields(ofType, place.selectionSets)].map(([key, nodes]) => ({
      typeName,
      state,
      nodes,
      place,
      path: [...place.path, key],
    }));
  });
}

export function planField(
  context: PlanningContext,
  { typeName, state, nodes, place, path, otherRoots = [] }: FieldPlace,
): PlannedResolver[] {
  const { compilation } = context;
  const name = nodes[0]?.name.value ?? '';
  const field = compilation.model.types.get(typeName)?.fields.get(name);
  if (field === undefined) return [];
  const plan = context.resolvers.get(`${typeName}.${name}`);
  const selectionSets = selectionSetsOf(nodes);
  const { isInList, dependsOnType, wave } = place;
  const { calls, states } = plannedCalls(
    compilation,
    { field, plan },
    {
      selection: readSelection(selectionSets, context.variables),
      deepNames: namesAtAnyDepth(selectionSets),
      selectionAt: (inner) => {
        const below = selectionBelow(selectionSets, inner);
        return readSelection(below === undefined ? [] : [below], context.variables);
      },
      wave,
      isInList,
      dependsOnType,
      parent: state,
      isVisible: context.isVisible,
      hasStandIns: context.hasStandIns,
      repeated: repeatedNames(selectionSets, context.variables),
      otherRoots,
    },
  );
  const children = planSelection(context, {
    selectionSets,
    path,
    wave: calls.at(-1)?.wave ?? wave,
    isInList: isInList || field.listDepth > 0,
    dependsOnType: dependsOnType || states.size > 1,
    states,
  });
  if (plan === undefined && children.length === 0) return [];
  const coordinate = `${typeName}.${name}`;
  return [{ path: path.join('.'), coordinate, hasResolver: plan !== undefined, calls, children }];
}
