/**
 * The query plan of one operation, derived from the resolver plans: which resolver runs, which data source it calls,
 * in which order. It repeats at build time what the emitted guards decide at run time, so its totals are the counts
 * that the engine measures (for lists that are not empty).
 */
import { GraphQLError, Kind, parse, Source, validate, valueFromASTUntyped } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import type { Compilation } from '../compile.ts';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import { toSourceLocation } from '../diagnostics/source-location.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ResolverPlan } from '../model/resolver-plan.ts';
import { err, invariant, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { plannedCalls } from './planned-calls.ts';
import type { PlannedCall } from './planned-call.ts';
import { inlineFragments } from './inline-fragments.ts';
import { isLeftOut, namesAtAnyDepth, readSelection } from './read-selection.ts';
import type { Variables } from './read-selection.ts';
import { statesOf } from './value-state.ts';
import type { ValueState } from './value-state.ts';

export type { PlannedCall } from './planned-call.ts';

/** A field of the operation that has a resolver, or leads to one. */
export interface PlannedResolver {
  /** Response keys from the root, joined by dots. */
  readonly path: string;
  /** `Type.field` */
  readonly coordinate: string;
  /** False: the value is already in the parent's; the entry only leads to others. */
  readonly hasResolver: boolean;
  readonly calls: readonly PlannedCall[];
  readonly children: readonly PlannedResolver[];
}

export interface OperationPlan {
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly name: string | undefined;
  readonly resolvers: readonly PlannedResolver[];
  readonly totals: {
    readonly calls: number;
    readonly callsByDataSource: Readonly<Record<string, number>>;
    /** Longest chain of calls that wait for each other. */
    readonly waves: number;
  };
}

export interface PlanOperationOptions {
  readonly operationName?: string;
  /** For messages. @default 'operation.graphql' */
  readonly file?: string;
  /** For `@skip` and `@include`; what depends on a variable that has no value here or by default counts as included. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Resolvers see through named fragments, as under `tributary serve`; on AppSync these hide what is in them. */
  readonly inlinesFragments?: boolean;
}

export function planOperation(
  compilation: Compilation,
  text: string,
  options: PlanOperationOptions = {},
): Result<OperationPlan> {
  const document = parseOperation(compilation, new Source(text, options.file ?? 'operation.graphql'));
  if (!document.ok) return document;
  const operation = chooseOperation(document.value, options.operationName);
  if (!operation.ok) return operation;
  const rootType = compilation.model.schema.getRootType(operation.value.operation);
  invariant(rootType, `no type for ${operation.value.operation}`);
  const { inlinesFragments = false } = options;
  const context = createContext(compilation, document.value, {
    inlinesFragments,
    variables: { ...variableDefaults(operation.value), ...options.variables },
  });
  const planRoot = operation.value.operation === 'mutation' ? planInSeries : planSelection;
  const resolvers = planRoot(context, {
    selectionSets: [
      inlinesFragments
        ? inlineFragments(operation.value.selectionSet, context.fragments)
        : operation.value.selectionSet,
    ],
    path: [],
    wave: 0,
    isInList: false,
    dependsOnType: false,
    states: statesOf(compilation.model, [rootType.name], []),
  });
  const calls = [...allCalls(resolvers)];
  return ok({
    operation: operation.value.operation,
    name: operation.value.name?.value,
    resolvers,
    totals: {
      calls: calls.length,
      callsByDataSource: countBySource(calls),
      waves: lastWave(calls),
    },
  });
}

function parseOperation({ model }: Compilation, source: Source): Result<DocumentNode> {
  try {
    const document = parse(source);
    const errors = validate(model.schema, document);
    return errors.length === 0 ? ok(document) : err(errors.map(toDiagnostic));
  } catch (error) {
    if (error instanceof GraphQLError) return err([toDiagnostic(error)]);
    throw error;
  }
}

function toDiagnostic(error: GraphQLError): Diagnostic {
  const location = toSourceLocation(error);
  return createDiagnostic(
    'OPERATION_INVALID',
    { message: error.message },
    location === undefined ? {} : { location },
  );
}

function chooseOperation(document: DocumentNode, name: string | undefined): Result<OperationDefinitionNode> {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const chosen = name === undefined ? operations : operations.filter((node) => node.name?.value === name);
  const [only] = chosen;
  if (only !== undefined && chosen.length === 1) return ok(only);
  const names = operations.map((node) => node.name?.value ?? '(anonymous)').join(', ');
  if (name !== undefined && chosen.length === 0)
    return err([createDiagnostic('OPERATION_UNKNOWN', { name, names: names || 'none' })]);
  return err([createDiagnostic('OPERATION_AMBIGUOUS', { count: operations.length, names: names || 'none' })]);
}

function variableDefaults({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  );
}

interface PlanningContext {
  readonly compilation: Compilation;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly resolvers: ReadonlyMap<string, ResolverPlan>;
  readonly variables: Variables;
  /** Whether the text of a selection shows all that is selected: no named fragment hides a part. */
  readonly isVisible: boolean;
}

function createContext(
  compilation: Compilation,
  document: DocumentNode,
  { variables, inlinesFragments }: { readonly variables: Variables; readonly inlinesFragments: boolean },
): PlanningContext {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return {
    compilation,
    variables,
    isVisible: inlinesFragments || fragments.length === 0,
    fragments: new Map(fragments.map((node) => [node.name.value, node])),
    resolvers: new Map(
      compilation.plan.resolvers.map((plan) => [`${plan.typeName}.${plan.fieldName}`, plan]),
    ),
  };
}

interface SelectionPlace {
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

function planSelection(context: PlanningContext, place: SelectionPlace): PlannedResolver[] {
  return [...place.states].flatMap(([typeName, state]) =>
    [...collectFields(context, typeName, place.selectionSets)].flatMap(([key, nodes]) =>
      planField(context, { typeName, state, nodes, place, path: [...place.path, key] }),
    ),
  );
}

/** GraphQL spec, "Normal and Serial Execution": a root field of a mutation waits for those before it. */
function planInSeries(context: PlanningContext, place: SelectionPlace): PlannedResolver[] {
  const planned: PlannedResolver[] = [];
  for (const [typeName, state] of place.states) {
    for (const [key, nodes] of collectFields(context, typeName, place.selectionSets)) {
      const wave = lastWave(allCalls(planned));
      const path = [...place.path, key];
      planned.push(...planField(context, { typeName, state, nodes, place: { ...place, wave }, path }));
    }
  }
  return planned;
}

function lastWave(calls: Iterable<PlannedCall>): number {
  return [...calls].reduce((last, { wave }) => Math.max(last, wave), 0);
}

interface FieldPlace {
  readonly typeName: string;
  readonly state: ValueState;
  readonly nodes: readonly FieldNode[];
  readonly place: SelectionPlace;
  readonly path: readonly string[];
}

function planField(
  context: PlanningContext,
  { typeName, state, nodes, place, path }: FieldPlace,
): PlannedResolver[] {
  const { compilation } = context;
  const name = nodes[0]?.name.value ?? '';
  const field = compilation.model.types.get(typeName)?.fields.get(name);
  if (field === undefined) return [];
  const plan = context.resolvers.get(`${typeName}.${name}`);
  const selectionSets = nodes.flatMap((node) => (node.selectionSet === undefined ? [] : [node.selectionSet]));
  const { isInList, dependsOnType, wave } = place;
  const { calls, states } = plannedCalls(
    compilation,
    { field, plan },
    {
      selection: readSelection(selectionSets, context.variables),
      deepNames: namesAtAnyDepth(selectionSets),
      wave,
      isInList,
      dependsOnType,
      parent: state,
      isVisible: context.isVisible,
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

/** GraphQL spec, "Collect Fields", for one concrete type. */
function collectFields(
  context: PlanningContext,
  typeName: string,
  selectionSets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visit = (selectionSet: SelectionSetNode) => {
    for (const selection of selectionSet.selections) {
      if (isLeftOut(selection, context.variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition?.name.value;
      if (fragment !== undefined && applies(context, typeName, condition)) visit(fragment.selectionSet);
    }
  };
  selectionSets.forEach(visit);
  return fields;
}

function applies({ compilation }: PlanningContext, typeName: string, condition: string | undefined): boolean {
  if (condition === undefined || condition === typeName) return true;
  return compilation.model.possibleTypes.get(condition)?.includes(typeName) ?? false;
}

function* allCalls(resolvers: readonly PlannedResolver[]): Generator<PlannedCall> {
  for (const resolver of resolvers) {
    yield* resolver.calls;
    yield* allCalls(resolver.children);
  }
}

function countBySource(calls: readonly PlannedCall[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of calls.map(({ dataSource }) => dataSource).sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
