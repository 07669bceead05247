/** The data-source calls of one resolver for one selection. */
import type { Compilation } from '../compile.ts';
import type { Completion, FetchGroup, ResolverPlan, TypeCompletion } from '../model/resolver-plan.ts';
import { assertNever } from '../model/result.ts';
import type { ValueState } from './value-state.ts';

export interface PlannedCall {
  readonly dataSource: string;
  readonly subgraph: string;
  readonly operation: 'Invoke' | 'BatchInvoke' | 'DynamoDB';
  /** What is asked for: a field, or entities with their fields. */
  readonly asks: string;
  /** 1 for a call that waits for no other. */
  readonly wave: number;
  /** True: one call for each item of the lists above it, since only Lambda calls are batched. */
  readonly isPerItem: boolean;
  /** True: made only when a value of an abstract type turns out to be of a type that needs it. */
  readonly dependsOnType: boolean;
}

export interface CallPlace {
  /** undefined: hidden by a named fragment, everything may be asked for. */
  readonly selection: ReadonlySet<string> | undefined;
  readonly wave: number;
  readonly isInList: boolean;
  readonly dependsOnType: boolean;
  /** True: the parent's value carries the field already. */
  readonly isPresent: boolean;
  /** States of the field's value by concrete type; the fetched fields are added to them. */
  readonly states: ReadonlyMap<string, ValueState>;
}

type Call = Pick<PlannedCall, 'dataSource' | 'subgraph' | 'operation' | 'asks'>;

export function plannedCalls(compilation: Compilation, plan: ResolverPlan, place: CallPlace): PlannedCall[] {
  const ofValue = valueCalls(compilation, plan, place.isPresent);
  const ofCompletion = completionCalls(compilation, plan.completion, place);
  const isAbstract = plan.completion !== undefined && plan.completion.typeName === undefined;
  return [...ofValue, ...ofCompletion].map((call, index) => ({
    ...call,
    wave: place.wave + index + 1,
    isPerItem: place.isInList && call.operation === 'DynamoDB',
    dependsOnType: place.dependsOnType || (isAbstract && index >= ofValue.length),
  }));
}

function valueCalls(compilation: Compilation, plan: ResolverPlan, isPresent: boolean): Call[] {
  const { typeName, fieldName, value } = plan;
  const asks = `${typeName}.${fieldName}`;
  switch (value.kind) {
    case 'root-call':
      return [{ ...source(value.subgraph), operation: 'Invoke', asks }];
    case 'joined-call':
      return [{ ...source(value.subgraph), operation: 'BatchInvoke', asks }];
    case 'joined-entity':
      return isPresent ? [] : [entityCall(compilation, [value.group])];
    case 'handwritten': {
      if (typeName === compilation.model.schema.getSubscriptionType()?.name) return [];
      const count = value.resolver.kind === 'unit' ? 1 : value.resolver.functions.length;
      return Array.from({ length: count }, () => ({
        ...source(value.subgraph),
        operation: 'DynamoDB',
        asks,
      }));
    }
    case 'property':
      return [];
    default:
      return assertNever(value);
  }
}

/** The steps that run: those with a wanted field that is not present yet. */
function completionCalls(
  compilation: Compilation,
  completion: Completion | undefined,
  place: CallPlace,
): Call[] {
  if (completion === undefined) return [];
  const wanted =
    completion.typeName === undefined ? undefined : withNeeds(place.selection, completion.types[0]);
  return completion.steps.flatMap((step) => {
    const groups = completion.types
      .flatMap((type) => type.groups)
      .filter(({ subgraph, ordinal }) => subgraph === step.subgraph && ordinal === step.ordinal)
      .filter(({ typeName, fields }) => {
        const state = place.states.get(typeName);
        return fields.some((name) => (wanted === undefined || wanted.has(name)) && state?.has(name) !== true);
      });
    for (const { typeName, fields, subgraph } of groups) {
      for (const name of fields) place.states.get(typeName)?.set(name, subgraph);
    }
    return groups.length === 0 ? [] : [entityCall(compilation, groups)];
  });
}

function withNeeds(
  selection: ReadonlySet<string> | undefined,
  type: TypeCompletion | undefined,
): ReadonlySet<string> | undefined {
  if (selection === undefined) return undefined;
  return new Set([...selection].flatMap((name) => [name, ...(type?.needs[name] ?? [])]));
}

function entityCall(compilation: Compilation, groups: readonly FetchGroup[]): Call {
  const subgraph = groups[0]?.subgraph ?? '';
  const isReader = compilation.api.dataSources.some(
    (one) => one.kind === 'entity-reader' && one.subgraph === subgraph,
  );
  const { dataSource } = source(subgraph);
  return {
    dataSource: isReader ? `${dataSource}_entities` : dataSource,
    subgraph,
    operation: 'BatchInvoke',
    asks: groups.map(({ typeName, fields }) => `${typeName} { ${fields.join(' ')} }`).join(', '),
  };
}

function source(subgraph: string) {
  return { dataSource: subgraph.replaceAll('-', '_'), subgraph };
}
