/** Completion of a field's value: the entity plans of its possible types and origins, merged into steps. */
import type { FederationModel, FieldModel, ObjectTypeModel } from '../model/federation-model.ts';
import type { Completion, FetchGroup, TypeCompletion } from '../model/resolver-plan.ts';
import { innerMap } from '../model/inner-map.ts';
import type { CompleteType, TypeToComplete } from './complete-type.ts';
import type { ValueWay } from './lacking-fields.ts';
import { leftoverFields } from './leftover-fields.ts';
import { objectTypeFinder, plansOfEntity } from './object-type-finder.ts';
import type { ObjectTypeFinder } from './object-type-finder.ts';
import { labelledFields } from './override-sides.ts';
import { scheduleSteps } from './schedule-steps.ts';
import { leftoverCalls, sharedCalls, withSpareSteps } from './spare-steps.ts';
import { objectTypesFrom, sourcesId } from './value-source.ts';

export interface PlannedCompletion {
  /** undefined: the producer supplies everything that has no resolver of its own. */
  readonly completion: Completion | undefined;
  readonly groups: readonly FetchGroup[];
}

/** A field whose value is to be completed. */
export interface CompletedField {
  readonly field: Pick<FieldModel, 'namedType' | 'listDepth'>;
  /** It is a field of a root type. */
  readonly isRoot: boolean;
  /** How the value may come about; what not all of them supply counts as absent. */
  readonly ways: readonly ValueWay[];
  /** Functions that the field's pipeline has room for. */
  readonly room: number;
}

/** What is the same for all fields. */
export interface CompletionContext {
  readonly completeType: CompleteType;
  /** Subgraphs whose answers may hold more than what they are asked for. */
  readonly volunteers: ReadonlySet<string>;
  /** Subgraphs that are asked by events. */
  readonly handlers: ReadonlySet<string>;
}

type CompletionInput = CompletedField & CompletionContext;

const NOTHING: PlannedCompletion = { completion: undefined, groups: [] };

/** Plans each completion once: many fields have values of the same type that come about in the same ways. */
export function createCompletionPlanner(
  model: FederationModel,
  context: CompletionContext,
): (input: CompletedField) => PlannedCompletion {
  const known = new Map<string, Map<number, PlannedCompletion>>();
  return (input) => {
    const { field, isRoot, ways, room } = input;
    // Leaves, most of all fields, have no values to complete.
    if (ways.length === 0) return NOTHING;
    const origins = ways.map(({ sources }) => sourcesId(sources));
    const byDepth = innerMap(known, [field.namedType, isRoot, room, ...origins].join('\n'));
    const [other] = byDepth.values();
    const planned =
      byDepth.get(field.listDepth) ??
      (other === undefined
        ? planCompletion(model, { ...context, ...input })
        : atDepth(other, field.listDepth));
    byDepth.set(field.listDepth, planned);
    return planned;
  };
}

/** The same for values in more or fewer lists. */
function atDepth({ completion, groups }: PlannedCompletion, listDepth: number): PlannedCompletion {
  return { completion: completion && { ...completion, listDepth }, groups };
}

function planCompletion(model: FederationModel, input: CompletionInput): PlannedCompletion {
  const declared = model.types.get(input.field.namedType);
  const found = input.ways.map((way) => ({ ...way, finder: objectTypeFinder(model, declared, way.sources) }));
  const types = typesOfValue(model, { ...input, ways: found });
  const shared = sharedCalls(types.map(({ plans }) => plans));
  const leftover = leftoverCalls(types);
  const finders = found.flatMap(({ finder }) => finder ?? []);
  const complete = (calls: ReadonlySet<string>) => completeTypes(model, { ...input, types, finders, calls });
  const isFitting = ({ completion }: PlannedCompletion) => (completion?.steps.length ?? 0) <= input.room;
  const planned = complete(new Set([...shared, ...leftover]));
  return isFitting(planned) || shared.size === 0 ? planned : complete(leftover);
}

type TypeOfValue = Pick<TypeToComplete, 'plans' | 'leftovers'>;

interface TypesOfValue extends Pick<CompletionInput, 'field' | 'volunteers'> {
  readonly ways: readonly (ValueWay & { readonly finder: ObjectTypeFinder | undefined })[];
}

function typesOfValue(
  model: FederationModel,
  { field, ways, volunteers }: TypesOfValue,
): readonly TypeOfValue[] {
  const waysOf = new Map<string, TypesOfValue['ways'][number][]>();
  for (const way of ways) {
    for (const name of objectTypesFrom(model, field.namedType, way.sources)) {
      const known = waysOf.get(name);
      if (known === undefined) waysOf.set(name, [way]);
      else known.push(way);
    }
  }
  return [...waysOf.keys()].sort().flatMap((name) => {
    const type = model.types.get(name);
    const possible = waysOf.get(name) ?? [];
    if (type === undefined) return [];
    const leftovers = possible.flatMap(({ sources }) =>
      sources.some(({ subgraph }) => volunteers.has(subgraph)) ? leftoverFields(model, type, sources) : [],
    );
    const [first, ...others] = possible.flatMap((way) => plansOfEntity(model, type, way));
    return first === undefined ? [] : [{ plans: [first, ...others], leftovers }];
  });
}

interface TypesToComplete extends CompletionInput {
  readonly types: readonly TypeOfValue[];
  readonly finders: readonly ObjectTypeFinder[];
  /** Calls of spare steps that are made. */
  readonly calls: ReadonlySet<string>;
}

function completeTypes(
  model: FederationModel,
  { field, isRoot, ways, completeType, room, handlers, types, finders, calls }: TypesToComplete,
): PlannedCompletion {
  const isAbstract = model.possibleTypes.has(field.namedType);
  const finder = isAbstract ? planInterfaceObject(model, field, finders) : undefined;
  const producers = ways.flatMap(({ sources }) => sources.map(({ subgraph }) => subgraph));
  const completed = types.flatMap(({ plans, leftovers }) => {
    const orders = plans.map((plan) => withSpareSteps(plan, calls));
    if (orders.every((steps) => steps.length === 0)) return [];
    const settled = isRoot ? settledFields(plans[0].type, producers) : NO_NAMES;
    return [{ type: completeType({ plans, producers, orders, leftovers, isRoot, settled }), orders }];
  });
  if (completed.length === 0 && finder === undefined) return NOTHING;
  const orders = completed.flatMap((one) => one.orders);
  return {
    completion: {
      listDepth: field.listDepth,
      typeName: isAbstract ? undefined : field.namedType,
      interfaceObject: finder?.type.typeName,
      types: [...(finder === undefined ? [] : [finder.type]), ...completed.map(({ type }) => type)],
      steps: scheduleSteps(
        [
          ...(finder?.orders ?? []).map((steps) => ({ steps, isFinder: true })),
          ...orders.map((steps) => ({ steps, isFinder: false })),
        ],
        { room, handlers },
      ),
    },
    groups: [...(finder?.orders ?? []), ...orders].flatMap((steps) => steps.map(({ group }) => group)),
  };
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** Fields with an override label, of which the calls for a root field leave what counts (see `RootAlternative.labelled`). */
function settledFields(type: ObjectTypeModel, producers: readonly string[]): ReadonlySet<string> {
  const [first] = producers;
  const labelled = labelledFields(type);
  if (labelled.length === 0 || producers.every((one) => one === first)) return NO_NAMES;
  return new Set(labelled.map(({ name }) => name));
}

/** The step that finds the object types of values from a subgraph in which the interface is an object. */
function planInterfaceObject(
  model: FederationModel,
  field: Pick<FieldModel, 'namedType'>,
  finders: readonly ObjectTypeFinder[],
) {
  const type = model.types.get(field.namedType);
  if (type === undefined || finders.length === 0) return undefined;
  const orders = finders.map(({ steps }) => steps);
  const needs = [
    ...new Set(orders.flat().flatMap(({ group }) => group.keys.flatMap(({ fieldNames }) => fieldNames))),
  ];
  const completion: TypeCompletion = {
    typeName: type.name,
    foreignFields: [],
    leftoverFields: [],
    labelledFields: {},
    lackingFields: ['__typename'],
    fetchedFields: ['__typename'],
    hiddenFields: ['__typename', ...needs].sort(),
    needs: {},
    contextNeeds: {},
  };
  return { type: completion, orders };
}
