/** Resolver plans -> resolvers that run in this process, with the answers that the emitted code would give. */
import type { ResolverPlan } from '@tributary/compiler';
import type { NativeResolver } from '@tributary/engine';
import { createCompletion } from './complete-entities.ts';
import { createFieldFetch, readFromSources } from './field-fetches.ts';
import type { ResolverStep } from './field-run.ts';
import { failField, resultOf, startRun } from './field-run.ts';
import { isAllowed } from './is-allowed.ts';
import { createJoinedCall } from './joined-call.ts';
import type { NativeContext } from './native-context.ts';
import { nameTypesOfValues } from './name-types.ts';
import { createInput } from './required-inputs.ts';
import { createRootCall } from './root-call.ts';

/** True when the plan has nothing that only the emitted code does: resolvers by hand and values of contexts. */
function canRunNatively({ value, contexts, completion }: ResolverPlan): boolean {
  const needsContexts = completion?.types.some(({ contextNeeds }) => Object.keys(contextNeeds).length > 0);
  const takesContexts =
    value.kind === 'joined-call' &&
    [value, value.otherwise].some((call) => (call?.contextArguments.length ?? 0) > 0);
  return contexts.length === 0 && needsContexts !== true && !takesContexts && value.kind !== 'handwritten';
}

/** Whether no resolver of the API is left to code, which may change what it gets. */
export function isAllNative({ compilation }: Pick<NativeContext, 'compilation'>): boolean {
  return compilation.plan.resolvers.every(canRunNatively);
}

/** By `Type.field`: the resolvers of an API that can run natively; the others run as the engine runs code. */
export function createNativeResolvers(context: NativeContext): ReadonlyMap<string, NativeResolver> {
  const { api, plan } = context.compilation;
  const functions = new Map(
    api.resolvers.map((resolver) => {
      const label = `${resolver.typeName}.${resolver.fieldName}`;
      const names = resolver.kind === 'unit' ? [label] : resolver.functions.map((name) => `${label}/${name}`);
      return [label, names];
    }),
  );
  return new Map(
    plan.resolvers.filter(canRunNatively).flatMap((one) => {
      const label = `${one.typeName}.${one.fieldName}`;
      const steps = stepsOf(context, one, functions.get(label) ?? []);
      return steps === undefined ? [] : [[label, runSteps(steps)]];
    }),
  );
}

function runSteps(steps: readonly ResolverStep[]): NativeResolver {
  return async (field) => {
    const run = startRun(field);
    for (const step of steps) {
      const waiting = step(run);
      if (waiting !== undefined) await waiting;
    }
    return resultOf(run);
  };
}

/** @param names - of the functions in their order: inputs, the value's own, fetches, steps of the completion */
function stepsOf(
  context: NativeContext,
  plan: ResolverPlan,
  names: readonly string[],
): readonly ResolverStep[] | undefined {
  const { inputs, value, fetches, completion } = plan;
  const valueSteps = stepsOfValue(context, plan, names.slice(inputs.length));
  if (valueSteps === undefined) return undefined;
  const afterValue = inputs.length + valueSteps.functions;
  const completing = createCompletion(context, plan, names.slice(afterValue + fetches.length));
  return [
    ...guard(plan),
    ...(value.kind === 'property' ? [readFromSources(plan.fieldName), ...nameTypesOfValues(plan)] : []),
    ...inputs.map((input, index) => createInput(context, { input, resolver: names[index] ?? '' })),
    ...valueSteps.steps,
    ...fetches.map((fetch, index) =>
      createFieldFetch(context, plan, { fetch, index, resolver: names[afterValue + index] ?? '' }),
    ),
    ...nameTypesOfValues(plan),
    ...(completion === undefined || completing === undefined ? [] : [completing]),
  ];
}

interface ValueSteps {
  readonly steps: readonly ResolverStep[];
  /** How many functions the emitted resolver has for them. */
  readonly functions: number;
}

function stepsOfValue(
  context: NativeContext,
  plan: ResolverPlan,
  names: readonly string[],
): ValueSteps | undefined {
  const { value } = plan;
  switch (value.kind) {
    case 'root-call': {
      const { alternatives } = value;
      const step = createRootCall(context, plan, { alternatives, resolvers: names });
      return { steps: [step], functions: alternatives.length };
    }
    case 'joined-call': {
      const step = createJoinedCall(context, plan, { value, resolvers: names });
      return { steps: [step], functions: value.otherwise === undefined ? 1 : 2 };
    }
    case 'property':
      return { steps: [], functions: 0 };
    case 'handwritten':
      return undefined;
  }
}

/** Ends the field for callers that may not read it. */
function guard({ access }: ResolverPlan): readonly ResolverStep[] {
  if (access.length === 0) return [];
  const refusal = {
    message: 'Unauthorized field or type',
    errorType: 'UNAUTHORIZED_FIELD_OR_TYPE',
    data: null,
    errorInfo: null,
  };
  return [
    (run) => {
      if (!isAllowed(access, run.field.identity)) {
        run.sources.forEach((_, index) => failField(run, index, refusal));
      }
      return undefined;
    },
  ];
}
