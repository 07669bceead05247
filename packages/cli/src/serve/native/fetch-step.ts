/** One step of a completion: asks one subgraph for the entities of all values, or for entities inside them. */
import type { Completion, FetchGroup, FetchStep, StepPlace } from '@tributary/compiler';
import { isRecord } from '../../is-record.ts';
import { askEntities, createEntityList } from './ask-entities.ts';
import { copyFields } from './copy-fields.ts';
import type { FieldRun } from './field-run.ts';
import { createJoinedFields } from './joined-fields.ts';
import { createJoinedValues } from './joined-values.ts';
import { lackingParts, readAddition } from './lacking-parts.ts';
import { callSite } from './native-context.ts';
import type { NativeContext } from './native-context.ts';
import { holds } from './override-label.ts';
import { createRepresent } from './represent.ts';
import type { Represent } from './represent.ts';
import { candidatesAt } from './step-candidates.ts';
import { addStepErrors, withoutTold } from './step-errors.ts';
import type { AskingPlace } from './step-errors.ts';
import { createStepSelection } from './step-selection.ts';
import type { ValueEntities } from './value-entities.ts';
import type { WantedFields } from './wanted-fields.ts';

export type RunFetchStep = (
  run: FieldRun,
  entities: ValueEntities,
  wanted: WantedFields,
) => Promise<void> | undefined;

/** By type of the entities. */
type StepGroups = ReadonlyMap<string, StepGroup>;

interface StepGroup {
  readonly group: FetchGroup;
  readonly represent: Represent;
  readonly joinedNames: readonly string[];
}

interface Asking extends AskingPlace {
  readonly place: number;
  /** Among the entities at the place. */
  readonly index: number;
}

export interface FetchStepOptions {
  readonly step: FetchStep;
  /** Name for traces. */
  readonly resolver: string;
  readonly completion: Completion;
}

export function createFetchStep(
  context: NativeContext,
  { step, resolver, completion }: FetchStepOptions,
): RunFetchStep {
  const { model, plan } = context.compilation;
  const places = step.places.map((place) => ({ place, additions: place.adds.map(readAddition) }));
  const site = callSite(context, step.subgraph, resolver);
  const joined = createJoinedValues(plan, step.subgraph);
  const groups: StepGroups = new Map(
    plan.groups
      .filter(({ subgraph, ordinal }) => subgraph === step.subgraph && ordinal === step.ordinal)
      .map((group) => [
        group.typeName,
        { group, represent: createRepresent(model, group), joinedNames: joined.namesWith(group) },
      ]),
  );
  const selectionOf = createStepSelection(step);
  const askJoinedFields = createJoinedFields(context, { site, joined, completion });

  return (run, entities, wanted) => {
    const list = createEntityList();
    const asking: Asking[] = [];
    // 'Type.field' for a field that its own resolver can ask for, '' for anything else.
    const reasons = new Set<string>();
    const namesByType = new Map<string, Set<string>>();
    places.forEach(({ place, additions }, at) => {
      const wantedOf = wantedNames(place, wanted);
      candidatesAt(entities, place).forEach(({ object: entity, type, sources }, index) => {
        const known = groups.get(type);
        if (known === undefined) return;
        const names = wantedOf(known.group);
        const lacking = lackingParts(entity, { type, place, additions, wanted });
        noteNames(namesByType, known.group, [...names, ...lacking, ...known.joinedNames]);
        const absent = names.filter((name) => name === '__typename' || entity[name] === undefined);
        if (absent.length + lacking.length === 0 || !holds(run, known.group.condition)) return;
        const representation = known.represent(entity);
        if (representation === null) return;
        asking.push({ place: at, index, sources, slot: list.add(representation) });
        const lazy = place.path.length === 0 ? (known.group.lazy ?? []) : [];
        if (lacking.length > 0) reasons.add('');
        for (const name of absent) reasons.add(lazy.includes(name) ? `${type}.${name}` : '');
      });
    });
    // For one field of one type alone its own resolver asks, and no other field waits for it.
    if (asking.length === 0 || (reasons.size === 1 && !reasons.has(''))) return undefined;
    const { variables } = run.field;
    const { text, wantsWhole } = selectionOf(run.field);
    const joinedFields = askJoinedFields(run, entities, wanted);
    const asked = askEntities(run, {
      site,
      list,
      batchSize: new Set(asking.flatMap(({ sources }) => sources)).size,
      selectionOf: (typeName) =>
        site.client.translate(typeName, {
          text,
          variables,
          names: [...(namesByType.get(typeName) ?? [])],
          wantsWhole,
        }),
    }).then((answers) => {
      addStepErrors(run, asking, withoutTold(answers, list, joined));
      places.forEach(({ place }, at) => {
        // Anew for each place: what was copied at the one before may have put other objects in their places.
        const candidates = candidatesAt(entities, place);
        for (const { index, slot } of asking.filter((one) => one.place === at)) {
          const candidate = candidates[index];
          const found = answers[slot]?.data;
          if (candidate === undefined || !isRecord(found)) continue;
          copyFields(candidate, found, groups);
          joined.copy(candidate.own(), found, candidate.type);
        }
      });
    });
    return joinedFields === undefined ? asked : Promise.all([asked, joinedFields]).then(() => undefined);
  };
}

/** Names of a group's fields that are wanted at a place; found out once for each group. */
function wantedNames(
  { path, rootType = '' }: StepPlace,
  wanted: WantedFields,
): (group: FetchGroup) => readonly string[] {
  const known = new Map<FetchGroup, readonly string[]>();
  const prefix = path.map((name) => `${name}.`).join('');
  return (group) => {
    const paths = wanted.get(path.length > 0 ? rootType : group.typeName);
    const names = known.get(group) ?? group.fields.filter((name) => paths?.has(prefix + name) === true);
    known.set(group, names);
    return names;
  };
}

/** Under every name that the subgraph knows the type by. */
function noteNames(
  namesByType: Map<string, Set<string>>,
  { keys }: FetchGroup,
  names: readonly string[],
): void {
  for (const { askedAs } of keys) {
    const known = namesByType.get(askedAs) ?? new Set<string>();
    namesByType.set(askedAs, known);
    for (const name of names) known.add(name);
  }
}
