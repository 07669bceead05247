/** The data-source calls of one resolver for one selection. */
import type { Compilation } from '../compile.ts';
import type { Completion, FetchGroup, ResolverPlan, TypeCompletion } from '../model/resolver-plan.ts';
import { assertNever } from '../model/result.ts';

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
}

export interface CallPlace {
  /** undefined: hidden by a named fragment, everything may be asked for. */
  readonly selection: ReadonlySet<string> | undefined;
  readonly wave: number;
  readonly isInList: boolean;
}

type Call = Omit<PlannedCall, 'wave' | 'isPerItem'>;

export function plannedCalls(compilation: Compilation, plan: ResolverPlan, place: CallPlace): PlannedCall[] {
  const calls = [
    ...valueCalls(compilation, plan),
    ...completionCalls(compilation, plan.completion, place.selection),
  ];
  return calls.map((call, index) => ({
    ...call,
    wave: place.wave + index + 1,
    isPerItem: place.isInList && call.operation === 'DynamoDB',
  }));
}

function valueCalls(compilation: Compilation, { typeName, fieldName, value }: ResolverPlan): Call[] {
  const asks = `${typeName}.${fieldName}`;
  switch (value.kind) {
    case 'root-call':
      return [{ ...lambda(value.subgraph), operation: 'Invoke', asks }];
    case 'joined-call':
      return [{ ...lambda(value.subgraph), operation: 'BatchInvoke', asks }];
    case 'joined-entity':
      return isSuppliedInline(compilation, value.group, fieldName)
        ? []
        : [entityCall(compilation, [value.group])];
    case 'handwritten': {
      if (typeName === compilation.model.schema.getSubscriptionType()?.name) return [];
      const count = value.resolver.kind === 'unit' ? 1 : value.resolver.functions.length;
      const call: Call = { ...lambda(value.subgraph), operation: 'DynamoDB', asks };
      return Array.from({ length: count }, () => call);
    }
    case 'property':
      return [];
    default:
      return assertNever(value);
  }
}

/** The group's subgraph is the only producer of the parent type: its values carry the field. */
function isSuppliedInline(compilation: Compilation, group: FetchGroup, fieldName: string): boolean {
  const type = compilation.model.types.get(group.typeName);
  return (
    type !== undefined && type.keys.size === 1 && group.requires === undefined && type.fields.has(fieldName)
  );
}

/** The steps that run: those with a wanted field that is not present yet. */
function completionCalls(
  compilation: Compilation,
  completion: Completion | undefined,
  selection: ReadonlySet<string> | undefined,
): Call[] {
  if (completion === undefined) return [];
  const wanted = completion.typeName === undefined ? undefined : withNeeds(selection, completion.types[0]);
  const missing = new Map(completion.types.map((type) => [type.typeName, new Set(type.foreignFields)]));
  return completion.steps.flatMap((step) => {
    const groups = completion.types
      .flatMap((type) => type.groups)
      .filter(({ subgraph, ordinal }) => subgraph === step.subgraph && ordinal === step.ordinal)
      .filter(({ typeName, fields }) =>
        fields.some(
          (name) => (wanted === undefined || wanted.has(name)) && missing.get(typeName)?.has(name) === true,
        ),
      );
    for (const { typeName, fields } of groups) for (const name of fields) missing.get(typeName)?.delete(name);
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
  const { dataSource } = lambda(subgraph);
  return {
    dataSource: isReader ? `${dataSource}_entities` : dataSource,
    subgraph,
    operation: 'BatchInvoke',
    asks: groups.map(({ typeName, fields }) => `${typeName} { ${fields.join(' ')} }`).join(', '),
  };
}

function lambda(subgraph: string) {
  return { dataSource: subgraph.replaceAll('-', '_'), subgraph };
}
