/** What one event needs of the subgraph: a piece of an operation. */
import type { AdapterEvent } from '../read-event.ts';
import { listOf, recordOf } from '../read-event.ts';
import type { DraftSelection, Translate } from '../selection/index.ts';
import { valueKey } from '../selection/index.ts';
import type { FieldShape, SubgraphShape } from '../shape.ts';
import { namedType } from '../shape.ts';
import { answerableNames } from './answerable-names.ts';

export type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string };

export type OperationPart = RootPart | EntitiesPart;

export interface RootPart {
  readonly kind: 'root';
  readonly operation: 'query' | 'mutation';
  readonly field: RootFieldCall;
}

export interface RootFieldCall {
  readonly name: string;
  readonly arguments: readonly { readonly name: string; readonly type: string; readonly value: unknown }[];
  /** Absent for leaves. */
  readonly selection?: DraftSelection;
}

export interface EntitiesPart {
  readonly kind: 'entities';
  /** Representations of one type. */
  readonly selection: DraftSelection;
  readonly representations: readonly Representation[];
}

/** How the event's answer is read from its parts' answers. */
export type EventPlan =
  | { readonly kind: 'root'; readonly part: RootPart }
  /** The event of `Query._entities`: one list, in the order of the representations. */
  | { readonly kind: 'entities'; readonly parts: readonly EntitiesPart[]; readonly slots: readonly Slot[] }
  /** A joined field whose value the parent has already: an earlier operation brought it along. */
  | { readonly kind: 'present'; readonly value: unknown }
  /** A joined field: the value under `key` of the one entity. */
  | { readonly kind: 'entity-field'; readonly part: EntitiesPart; readonly key: string };

/** Where in the parts the entity of a representation is. */
export interface Slot {
  readonly part: number;
  readonly index: number;
}

const ROOT_OPERATIONS = { Query: 'query', Mutation: 'mutation' } as const;

/** @throws Error for a field that the subgraph does not have: the API was compiled from another schema */
export function planEvent(event: AdapterEvent, shape: SubgraphShape, translate: Translate): EventPlan {
  const { fieldName } = event;
  if (event.typeName === 'Query' && fieldName === '_entities') return planEntities(event, shape, translate);
  const typeName = typeInSubgraph(event, shape);
  const type = shape.types[typeName];
  const field = type?.kind === 'object' ? type.fields[fieldName] : undefined;
  if (field === undefined) throw new Error(`The subgraph has no field "${typeName}.${fieldName}".`);
  const call = fieldCall(event, field, { shape, translate });
  if (typeName === 'Query' || typeName === 'Mutation') {
    return { kind: 'root', part: { kind: 'root', operation: ROOT_OPERATIONS[typeName], field: call } };
  }
  const key = valueKey(fieldName, call.arguments);
  if (event.source !== null && Object.hasOwn(event.source, key)) {
    return { kind: 'present', value: event.source[key] };
  }
  if (type?.kind === 'object' && type.keys.length === 0) {
    throw new Error(`"${typeName}.${fieldName}" can't be asked for on its own: ${typeName} has no key.`);
  }
  const selection: DraftSelection = {
    typeName,
    fields: new Map([[key, { ...call, type: field.type }]]),
    members: new Map(),
  };
  const representation = { ...event.source, __typename: typeName };
  return {
    kind: 'entity-field',
    part: { kind: 'entities', selection, representations: [representation] },
    key,
  };
}

/** An object type that the subgraph knows by its `@interfaceObject` only. */
function typeInSubgraph({ typeName, fieldName }: AdapterEvent, shape: SubgraphShape): string {
  if (shape.types[typeName] !== undefined) return typeName;
  const standsFor = Object.entries(shape.types).find(
    ([, type]) => type.kind === 'object' && type.supertypes.includes(typeName) && fieldName in type.fields,
  );
  return standsFor?.[0] ?? typeName;
}

function fieldCall(
  { fieldName, arguments: args, selection, variables }: AdapterEvent,
  field: FieldShape,
  { shape, translate }: { readonly shape: SubgraphShape; readonly translate: Translate },
): RootFieldCall {
  const typeName = namedType(field.type);
  return {
    name: fieldName,
    arguments: Object.entries(args).flatMap(([name, value]) => {
      const type = field.arguments?.[name];
      return type === undefined ? [] : [{ name, type, value }];
    }),
    ...(shape.types[typeName] === undefined
      ? {}
      : { selection: translate(typeName, { text: selection, variables, provides: field.provides }) }),
  };
}

function planEntities(event: AdapterEvent, shape: SubgraphShape, translate: Translate): EventPlan {
  const representations = listOf(event.arguments['representations']);
  if (representations === undefined) throw new TypeError('_entities: representations must be a list');
  const groups = new Map<string, RepresentationGroup>();
  const slots = representations.map((input): Slot => {
    const representation = readRepresentation(input);
    const { __typename: typeName } = representation;
    const group = groups.get(typeName) ?? { part: groups.size, list: [] };
    groups.set(typeName, group);
    return { part: group.part, index: group.list.push(representation) - 1 };
  });
  const { selection: text, variables, wantedNames, wantsWhole } = event;
  const parts = [...groups].map(([typeName, { list }]): EntitiesPart => {
    const names = answerableNames(wantedNames, shape.types[typeName], list);
    const selection = translate(typeName, { text, variables, names, wantsWhole });
    return { kind: 'entities', selection, representations: list };
  });
  return { kind: 'entities', parts, slots };
}

interface RepresentationGroup {
  readonly part: number;
  readonly list: Representation[];
}

function readRepresentation(input: unknown): Representation {
  const record = recordOf(input);
  const typeName = record?.['__typename'];
  if (typeof typeName === 'string') return { ...record, __typename: typeName };
  throw new TypeError(`_entities: a representation needs __typename, got ${JSON.stringify(input)}`);
}
