/** The joint calls that end a resolver, for one selection: the twin of the emitted functions. */
import type { Compilation } from '../compile.ts';
import type { JointField, ResolverPlan } from '../model/resolver-plan.ts';
import { askedFor } from './completion-calls.ts';
import type { CompletedValue } from './completion-calls.ts';
import { sourceOf } from './planned-call.ts';
import type { Call } from './planned-call.ts';
import { selectedOf } from './read-selection.ts';
import { isMadeBy, isPresent } from './value-state.ts';
import type { ValueState } from './value-state.ts';

export function jointCalls(
  compilation: Compilation,
  plan: ResolverPlan | undefined,
  value: CompletedValue,
): Call[] {
  return (plan?.joint ?? []).flatMap((subgraph) => {
    const lacking = [...value.states].flatMap(([typeName, state]) => {
      const names = selectedOf(compilation.model, value.selection, typeName);
      const types = compilation.plan.joint.get(subgraph) ?? [];
      return types.flatMap((type) =>
        type.typeName === typeName
          ? type.fields
              .filter(
                (field) => names.has(field.fieldName) && isLacking(compilation, state, { subgraph, field }),
              )
              .map((field) => ({ field, state, names }))
          : [],
      );
    });
    const reasons = lacking.flatMap(({ field, names }) => [
      ...(value.repeated.has(field.fieldName) ? [field, field] : [field]),
      ...field.neededBy.filter((name) => names.has(name)),
    ]);
    if (reasons.length < 2) return [];
    for (const { field, state } of lacking) note(state, { subgraph, field });
    const asked = [...new Set(lacking.map(({ state }) => state.type.name))].map((typeName) => {
      const ofType = lacking.filter(({ state }) => state.type.name === typeName);
      return `${typeName} { ${ofType.map(({ field }) => field.fieldName).join(' ')} }`;
    });
    return [{ ...sourceOf(subgraph), operation: 'BatchInvoke' as const, asks: asked.join(', ') }];
  });
}

interface AskedField {
  readonly subgraph: string;
  readonly field: JointField;
}

/** What the value's own subgraph has of fields with arguments came along, or is asked for by their resolvers. */
function isLacking(
  { model }: Compilation,
  state: ValueState,
  { subgraph, field: { fieldName, hasArguments, requires, inputs } }: AskedField,
): boolean {
  const isAsked = () =>
    [...state.asked].some((asked) =>
      requires === undefined ? asked.startsWith(`${subgraph} `) : asked === askedFor({ subgraph, requires }),
    );
  const isThere = hasArguments ? isMadeBy(state, subgraph) || isAsked() : isPresent(model, state, fieldName);
  if (isThere) return false;
  const isPlain = (name: string) => state.type.fields.get(name)?.hasArguments === false;
  return (
    (requires?.fieldNames ?? []).every((name) => !isPlain(name) || isPresent(model, state, name)) &&
    inputs.every((input) => isMadeBy(state, input.subgraph))
  );
}

function note(state: ValueState, { subgraph, field: { fieldName, hasArguments } }: AskedField): void {
  if (hasArguments) state.joint.add(fieldName);
  else state.fetched.set(fieldName, [...(state.fetched.get(fieldName) ?? []), subgraph]);
}
