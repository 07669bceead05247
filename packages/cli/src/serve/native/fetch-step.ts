/** One step of a completion: asks one subgraph for the entities of all values, or for entities inside them. */
import type { FetchGroup, FetchStep } from '@tributary/compiler';
import { divideErrors } from '@tributary/http-subgraph';
import type { Answer } from '@tributary/http-subgraph';
import { isRecord } from '../../is-record.ts';
import { askEntities, createEntityList } from './ask-entities.ts';
import type { FieldRun, Values } from './field-run.ts';
import { addError, toResolverError } from './field-run.ts';
import { innerEntities } from './inner-entities.ts';
import { mergeValues } from './merge-values.ts';
import { callSite } from './native-context.ts';
import type { NativeContext } from './native-context.ts';
import { holds } from './override-label.ts';
import { createRepresent } from './represent.ts';
import type { ValueEntities } from './value-entities.ts';
import type { WantedFields } from './wanted-fields.ts';

/** An entity that the step may ask for. */
interface Candidate {
  readonly entity: Values;
  readonly type: string | undefined;
  readonly source: number;
  /** The entity as an object that may be changed. */
  readonly own: () => Record<string, unknown>;
  /** For an entity whose object type was not known yet. */
  readonly setType: (type: string) => void;
}

export type RunFetchStep = (
  run: FieldRun,
  entities: ValueEntities,
  wanted: WantedFields,
) => Promise<void> | undefined;

export function createFetchStep(
  context: NativeContext,
  { step, resolver }: { readonly step: FetchStep; readonly resolver: string },
): RunFetchStep {
  const { model, plan } = context.compilation;
  const site = callSite(context, step.subgraph, resolver);
  const groups = new Map(
    plan.groups
      .filter(({ subgraph, ordinal }) => subgraph === step.subgraph && ordinal === step.ordinal)
      .map((group) => [group.typeName, { group, represent: createRepresent(model, group) }]),
  );
  const isInner = step.path.length > 0;
  const prefix = step.path.map((name) => `${name}.`).join('');

  return (run, entities, wanted) => {
    const wantedNames = (group: FetchGroup): readonly string[] => {
      const names = wanted.get(isInner ? (step.rootType ?? '') : group.typeName);
      return group.fields.filter((name) => names?.has(prefix + name) === true);
    };
    const namesByType = new Map([...groups].map(([name, { group }]) => [name, wantedNames(group)]));
    const list = createEntityList();
    const asking: Asking[] = [];
    for (const candidate of candidatesOf(entities, step)) {
      const { entity, type = '', source } = candidate;
      const known = groups.get(type);
      const names = namesByType.get(type) ?? [];
      if (known === undefined || !names.some((name) => name === '__typename' || !Object.hasOwn(entity, name)))
        continue;
      if (!holds(run, known.group.condition)) continue;
      const representation = known.represent(entity);
      if (representation !== null) asking.push({ candidate, source, slot: list.add(representation) });
    }
    if (asking.length === 0) return undefined;
    const { variables } = run.field;
    const text = isInner ? '' : run.field.selectionText();
    return askEntities(run, {
      site,
      list,
      batchSize: new Set(asking.map(({ source }) => source)).size,
      selectionOf: (typeName) => {
        const names = [...groups.values()].flatMap(({ group }) =>
          group.keys.some(({ askedAs }) => askedAs === typeName)
            ? (namesByType.get(group.typeName) ?? [])
            : [],
        );
        return site.client.translate(typeName, { text, variables, names });
      },
    }).then((answers) => {
      addErrors(run, asking, answers);
      for (const { candidate, slot } of asking) {
        const found = answers[slot]?.data;
        if (isRecord(found)) copyFields(candidate, found, groups);
      }
    });
  };
}

interface Asking {
  readonly candidate: Candidate;
  readonly source: number;
  readonly slot: number;
}

function candidatesOf(entities: ValueEntities, step: FetchStep): readonly Candidate[] {
  if (step.path.length > 0) {
    return innerEntities(entities, step).map(({ object, source }) => {
      if (step.typeName !== undefined) object['__typename'] = step.typeName;
      const { __typename: type } = object;
      return {
        entity: object,
        type: typeof type === 'string' ? type : undefined,
        source,
        own: () => object,
        setType: (found) => (object['__typename'] = found),
      };
    });
  }
  return entities.items.flatMap((item, at) =>
    isRecord(item)
      ? [
          {
            entity: item,
            type: entities.types[at],
            source: entities.sources[at] ?? 0,
            own: () => entities.own(at),
            setType: (found: string) => entities.setType(at, found),
          },
        ]
      : [],
  );
}

/** Of each source: errors of several of its entities once, then those of single ones. */
function addErrors(run: FieldRun, asking: readonly Asking[], answers: readonly Answer[]): void {
  if (!answers.some(({ errors = [] }) => errors.length > 0)) return;
  for (const source of new Set(asking.map((one) => one.source))) {
    const slots = asking.filter((one) => one.source === source).map(({ slot }) => slot);
    const distinct = [...new Set(slots)];
    const { shared, own } = divideErrors(distinct.map((slot) => answers[slot] ?? { data: null }));
    const told = [...shared, ...slots.flatMap((slot) => own[distinct.indexOf(slot)] ?? [])];
    for (const error of told) addError(run, source, toResolverError(error));
  }
}

/** Copies what the call brought; what is there already stays, and gains what it lacks below. */
function copyFields(
  { own, type = '', setType }: Candidate,
  found: Values,
  groups: ReadonlyMap<string, { readonly group: FetchGroup }>,
): void {
  const entity = own();
  let group = groups.get(type)?.group;
  if (group?.fields.includes('__typename') === true) {
    const { __typename: actual } = found;
    if (typeof actual !== 'string') return;
    setType(actual);
    group = groups.get(actual)?.group;
  }
  for (const name of [...(group?.fields ?? []), ...(group?.along ?? [])]) {
    if (!Object.hasOwn(found, name)) continue;
    entity[name] = Object.hasOwn(entity, name) ? mergeValues(entity[name], found[name]) : found[name];
  }
}
