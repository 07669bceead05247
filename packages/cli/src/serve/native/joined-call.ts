/** Fields with arguments below the root: asked of a subgraph by key of the parent, unless it brought them along. */
import type { ResolverPlan, ValuePlan } from '@tributary/compiler';
import { headerTexts, valueKey } from '@tributary/http-subgraph';
import type { Representation } from '@tributary/http-subgraph';
import { isRecord } from '../../is-record.ts';
import { createArgumentDefaults } from './argument-defaults.ts';
import { askEntities, createEntityList } from './ask-entities.ts';
import type { FieldRun, ResolverStep, Values } from './field-run.ts';
import { failField, inputOf, readAnswer } from './field-run.ts';
import { callSite, fieldOf } from './native-context.ts';
import type { CallSite, NativeContext } from './native-context.ts';
import { holds } from './override-label.ts';
import { createRepresent } from './represent.ts';

type JoinedCall = Extract<ValuePlan, { kind: 'joined-call' }>;

export function createJoinedCall(
  context: NativeContext,
  plan: ResolverPlan,
  { value, resolvers }: { readonly value: JoinedCall; readonly resolvers: readonly string[] },
): ResolverStep {
  const { otherwise } = value;
  const first = createCall(context, plan, { asked: value, resolver: resolvers[0] ?? '' });
  if (otherwise === undefined) return first;
  const other = createCall(context, plan, { asked: otherwise, resolver: resolvers[1] ?? '' });
  return (run) => (holds(run, otherwise.condition) ? first(run) : other(run));
}

interface AskedSubgraph {
  readonly asked: Pick<JoinedCall, 'subgraph' | 'keys' | 'requires'>;
  readonly resolver: string;
}

function createCall(
  context: NativeContext,
  plan: ResolverPlan,
  { asked, resolver }: AskedSubgraph,
): ResolverStep {
  const { typeName, fieldName } = plan;
  const complete = createArgumentDefaults(fieldOf(context, plan).arguments);
  const site = callSite(context, asked.subgraph, resolver);
  const represent =
    asked.keys.length === 0 ? undefined : createRepresent(context.compilation.model, { typeName, ...asked });
  const missing = {
    ...(represent === undefined
      ? {
          message: `${typeName}.${fieldName} was not asked for with its parent: a named fragment hid it.`,
          errorType: 'HiddenSelection',
        }
      : {
          message: `${typeName}.${fieldName} needs a key of ${typeName}, which its parent does not have.`,
          errorType: 'MissingKey',
        }),
    data: null,
    errorInfo: null,
  };
  return (run) => {
    const args = argumentList(run.field.args);
    const whole = valueKey(fieldName, args);
    // A variable that the client left out is null here, but nothing was asked for it.
    const given = valueKey(
      fieldName,
      args.filter(({ value: one }) => one !== null),
    );
    const representations = new Map<number, Representation>();
    run.sources.forEach((source, index) => {
      if (run.failed.has(index)) return;
      const key = [whole, given].find((one) => Object.hasOwn(source, one));
      if (key !== undefined) {
        run.values[index] = source[key] ?? null;
        return;
      }
      const representation = represent?.(inputOf(run, index)) ?? null;
      if (representation === null) failField(run, index, missing);
      else representations.set(index, representation);
    });
    if (representations.size === 0) return undefined;
    return askField(run, {
      site,
      typeName: asked.keys[0]?.askedAs ?? typeName,
      fieldName,
      args: complete(run.field.args),
      selection: run.field.selectionText(),
      representations,
    }).then((values) => {
      for (const [index, found] of values) run.values[index] = found;
    });
  };
}

export interface FieldCall {
  readonly site: CallSite;
  readonly typeName: string;
  readonly fieldName: string;
  readonly args: Values;
  readonly selection: string;
  /** By index of the source. */
  readonly representations: ReadonlyMap<number, Representation>;
}

/** Asks for one field of many entities. @returns its values by index of the source */
export async function askField(run: FieldRun, call: FieldCall): Promise<ReadonlyMap<number, unknown>> {
  const { site, typeName, fieldName, args, selection } = call;
  const list = createEntityList();
  const slots = [...call.representations].map(([index, one]) => ({ index, slot: list.add(one) }));
  let key = fieldName;
  const answers = await askEntities(run, {
    site,
    list,
    batchSize: slots.length,
    selectionOf: () => {
      const [source = null] = call.representations.values();
      const planned = site.client.plan({
        typeName,
        fieldName,
        arguments: args,
        source,
        headers: headerTexts(run.field.headers),
        variables: run.field.variables,
        selection,
        wantedNames: [],
        wantsWhole: false,
      });
      if (planned.kind !== 'entity-field')
        throw new Error(`${typeName}.${fieldName} is no field of an entity`);
      ({ key } = planned);
      return planned.part.selection;
    },
  });
  return new Map(
    slots.map(({ index, slot }) => {
      const entity = readAnswer(run, index, answers[slot] ?? { data: null });
      return [index, (isRecord(entity) ? entity[key] : undefined) ?? null];
    }),
  );
}

function argumentList(args: Values): { readonly name: string; readonly value: unknown }[] {
  return Object.entries(args).map(([name, value]) => ({ name, value }));
}
