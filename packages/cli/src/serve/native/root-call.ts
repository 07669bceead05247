/** Root fields: asked of one subgraph, or of several where the first one's answer lacks something. */
import type { RootAlternative, ResolverPlan } from '@tributary/compiler';
import { headerTexts } from '@tributary/http-subgraph';
import { createArgumentDefaults } from './argument-defaults.ts';
import { createRootChoice } from './choose-root.ts';
import type { FieldRun, ResolverStep, Values } from './field-run.ts';
import { failField, readAnswer } from './field-run.ts';
import { selectionOf } from './field-selection.ts';
import { lacksAdded } from './lacks-added.ts';
import { mergeValues } from './merge-values.ts';
import { createTypeNaming } from './name-types.ts';
import { callSite, fieldOf } from './native-context.ts';
import type { CallSite, NativeContext } from './native-context.ts';
import { holds } from './override-label.ts';
import { withoutLabelled } from './without-labelled.ts';

/** @param resolvers - names of the resolver's functions for traces, by alternative */
export function createRootCall(
  context: NativeContext,
  plan: ResolverPlan,
  { alternatives, resolvers }: RootCalls,
): ResolverStep {
  const complete = createArgumentDefaults(fieldOf(context, plan).arguments);
  const nameTypes = createTypeNaming(plan);
  const choose = createRootChoice(context, plan, alternatives);
  const sites = alternatives.map(({ subgraph }, index) =>
    callSite(context, subgraph, resolvers[index] ?? ''),
  );
  const ask = (run: FieldRun, site: CallSite): Promise<unknown> =>
    askRootField(run, { site, plan, args: complete(run.field.args) });
  return async (run) => {
    if (run.failed.size > 0) return;
    const { first, isWhole } = alternatives.length === 1 ? { first: 0, isWhole: false } : choose(run);
    const selected = alternatives.length === 1 ? undefined : selectionOf(run.field).names;
    let value: unknown = null;
    for (const [index, { adds, condition, labelled }] of alternatives.entries()) {
      const site = sites[index];
      if (site === undefined || index < first) continue;
      if (index > first && (isWhole || !holds(run, condition) || !lacksAdded(value, adds, selected)))
        continue;
      const asked = await ask(run, site);
      const answer = withoutLabelled(run, nameTypes?.(asked) ?? asked, labelled);
      if (run.failed.size > 0) return;
      value = index === first ? answer : mergeValues(value, answer);
    }
    run.values[0] = value;
  };
}

export interface RootCalls {
  readonly alternatives: readonly RootAlternative[];
  readonly resolvers: readonly string[];
}

interface RootField {
  readonly site: CallSite;
  readonly plan: ResolverPlan;
  readonly args: Values;
}

async function askRootField(run: FieldRun, { site, plan, args }: RootField): Promise<unknown> {
  const { field } = run;
  const { client, dataSource, resolver } = site;
  const headers = headerTexts(field.headers);
  const planned = client.plan({
    typeName: plan.typeName,
    fieldName: plan.fieldName,
    arguments: args,
    source: null,
    headers,
    variables: field.variables,
    selection: field.selectionText(),
    wantedNames: [],
    wantsWhole: false,
  });
  if (planned.kind !== 'root') throw new Error(`${plan.typeName}.${plan.fieldName} is no root field`);
  const answers = await field.call<Awaited<ReturnType<typeof client.ask>> | undefined>(
    { dataSource, operation: 'Invoke', resolver, batchSize: 1 },
    () => client.ask(planned.part, headers, field.headers),
    () => undefined,
  );
  const [answer] = answers ?? [];
  if (answer !== undefined) return readAnswer(run, 0, answer);
  failField(run, 0, TIMED_OUT);
  return null;
}

const TIMED_OUT = {
  message: 'Execution timed out.',
  errorType: 'Lambda:ExecutionTimeoutException',
  data: null,
  errorInfo: null,
};
