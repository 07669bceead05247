/**
 * The query plan of one operation, derived from the resolver plans: which resolver runs, which data source it calls,
 * in which order. It repeats at build time what the emitted guards decide at run time, so its totals are the counts
 * that the engine measures (for lists that are not empty).
 */
import { Kind, Source } from 'graphql';
import type { Compilation } from '../compile.ts';
import { invariant, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { compilationInState } from './compilation-in-state.ts';
import { inlineFragments } from './inline-fragments.ts';
import { planInSeries } from './plan-in-series.ts';
import { createContext, planSelection, planTogether } from './plan-selection.ts';
import type { PlannedCall } from './planned-call.ts';
import { allCalls, lastWave } from './planned-resolver.ts';
import type { PlannedResolver } from './planned-resolver.ts';
import { chooseOperation, parseOperation, variableDefaults } from './read-operation.ts';
import { statesOf } from './value-state.ts';

export type { PlannedCall } from './planned-call.ts';
export type { PlannedResolver } from './planned-resolver.ts';

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
  /**
   * As under `tributary serve`: resolvers see through named fragments, which on AppSync hide what is in them; fields of
   * a mutation that one subgraph answers in one request start together.
   */
  readonly isServed?: boolean;
  /** Labels of `@override` that are active; all others are not. */
  readonly labels?: ReadonlySet<string>;
}

export function planOperation(
  compiled: Compilation,
  text: string,
  options: PlanOperationOptions = {},
): Result<OperationPlan> {
  const compilation = compilationInState(compiled, options.labels ?? new Set());
  const document = parseOperation(compilation, new Source(text, options.file ?? 'operation.graphql'));
  if (!document.ok) return document;
  const operation = chooseOperation(document.value, options.operationName);
  if (!operation.ok) return operation;
  const { operation: kind, name, selectionSet } = operation.value;
  const rootType = compilation.model.schema().getRootType(kind);
  invariant(rootType, `no type for ${kind}`);
  const { isServed = false } = options;
  const fragments = document.value.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const variables = { ...variableDefaults(operation.value), ...options.variables };
  const context = createContext(compilation, fragments, {
    variables,
    isVisible: isServed || fragments.length === 0,
    hasStandIns: kind === 'query' && (isServed || compilation.model.rootTypes.subscription === undefined),
  });
  const place = {
    selectionSets: [isServed ? inlineFragments(selectionSet, context.fragments) : selectionSet],
    path: [],
    wave: 0,
    isInList: false,
    dependsOnType: false,
    states: statesOf(compilation.model, [rootType.name], []),
  };
  const planQuery = isServed ? planTogether : planSelection;
  const resolvers = kind === 'mutation' ? planInSeries(context, place, isServed) : planQuery(context, place);
  const calls = [...allCalls(resolvers)];
  return ok({
    operation: kind,
    name: name?.value,
    resolvers,
    totals: { calls: calls.length, callsByDataSource: countBySource(calls), waves: lastWave(calls) },
  });
}

function countBySource(calls: readonly PlannedCall[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of calls.map(({ dataSource }) => dataSource).sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
