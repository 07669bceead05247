/** The completion of a field's values: their entities get what other subgraphs own, step by step. */
import type { ResolverPlan } from '@tributary/compiler';
import { createStandIn } from './create-stand-in.ts';
import { createFetchStep } from './fetch-step.ts';
import type { RunFetchStep } from './fetch-step.ts';
import type { FieldRun, ResolverStep } from './field-run.ts';
import type { NativeContext } from './native-context.ts';
import { stepDependencies } from './step-dependencies.ts';
import { collectEntities } from './value-entities.ts';
import type { ValueEntities } from './value-entities.ts';
import { createWantedFields } from './wanted-fields.ts';
import type { WantedFields } from './wanted-fields.ts';

/** @param resolvers - names of the steps' functions for traces; undefined: the field needs no completion */
export function createCompletion(
  context: NativeContext,
  plan: ResolverPlan,
  resolvers: readonly string[],
): ResolverStep | undefined {
  const { completion, value } = plan;
  if (completion === undefined) return undefined;
  const wantedFields = createWantedFields(context.compilation.model, completion);
  const steps = completion.steps.map((step, index) =>
    createFetchStep(context, { step, resolver: resolvers[index] ?? '', completion }),
  );
  const standIn = createStandIn(context, completion);
  const dependencies = stepDependencies(context.compilation.plan, completion.steps);
  const fetched = completion.types.map(({ typeName, fetchedFields }) => ({ typeName, fetchedFields }));
  // The parent's value stays as it is when nothing is wanted that a step would fetch.
  const isSettling = value.kind === 'property' && plan.fetches.length === 0;

  return (run) => {
    const wanted = wantedFields(run.field);
    const isWanting = fetched.some(({ typeName, fetchedFields }) =>
      fetchedFields.some((name) => wanted.get(typeName)?.has(name)),
    );
    if (isSettling && !isWanting) return undefined;
    const indices = [...run.sources.keys()].filter((index) => {
      const isNothing = run.values[index] === null || run.values[index] === undefined;
      return !run.failed.has(index) && !isNothing;
    });
    if (indices.length === 0) return undefined;
    const entities = collectEntities(run, completion, indices);
    standIn(run, entities);
    return (async () => {
      await runSteps({ steps, dependencies }, run, { entities, wanted });
      entities.rebuild();
    })();
  };
}

/** Each as soon as those that it depends on are done. */
async function runSteps(
  {
    steps,
    dependencies,
  }: { readonly steps: readonly RunFetchStep[]; readonly dependencies: readonly (readonly number[])[] },
  run: FieldRun,
  { entities, wanted }: { readonly entities: ValueEntities; readonly wanted: WantedFields },
): Promise<void> {
  const running = new Map<number, Promise<void>>();
  steps.forEach((step, index) => {
    const before = (dependencies[index] ?? []).flatMap((at) => running.get(at) ?? []);
    const waiting =
      before.length === 0
        ? step(run, entities, wanted)
        : Promise.all(before).then(() => step(run, entities, wanted));
    if (waiting !== undefined) running.set(index, waiting);
  });
  await Promise.all(running.values());
}
