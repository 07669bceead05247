/**
 * Resolves fields with arguments ahead, in the invocation that answers their parent. AppSync would ask for each of them
 * by a call of its own; its resolver finds the value in the parent instead, or the error, which it tells at its place.
 * What can't be read is left out: then AppSync asks.
 */
import { toErrorEnvelope } from '../envelope.ts';
import type { FieldResolver, FieldResolvers, SubgraphEvent } from '../field-resolver.ts';
import { isRecord } from '../is-record.ts';
import { settle } from '../outcome.ts';
import { alongErrorKey, alongKey, alongTableOf } from './along-table.ts';
import type { AlongCall, AlongTable, AlongType } from './along-table.ts';
import { eventOfField } from './event-of-field.ts';
import type { ReadField, ReadSelection, ReadSelectionOf } from './read-selection.ts';
import { withDefaults } from './with-defaults.ts';

export interface AlongParts {
  readonly resolvers: FieldResolvers;
  readonly readSelection: ReadSelectionOf;
}

/** @returns the value with what could be resolved ahead; the value itself is not changed */
export async function bringAlong(
  { resolvers, readSelection }: AlongParts,
  event: SubgraphEvent,
  value: unknown,
): Promise<unknown> {
  const table = alongTableOf(event.info);
  if (table === undefined) return value;
  const selection = readSelection(table.selection ?? event.info.selectionSetGraphQL, event.info.variables);
  const walk: Walk = { resolvers, event, table };
  if (table.entities === undefined) return addBelow(walk, { value, selection, typeName: table.type ?? '' });
  const representations = event.arguments['representations'];
  if (!Array.isArray(value) || !Array.isArray(representations)) return value;
  return Promise.all(
    value.map((entity: unknown, index) => {
      const source: unknown = representations[index];
      const typeName = isRecord(source) ? String(source['__typename']) : '';
      const type = table.entities?.[table.kinds?.[index] ?? typeName];
      if (type === undefined || !isPlain(entity) || !isRecord(source)) return entity;
      if (typeof entity['errorMessage'] === 'string') return entity;
      return addTo(walk, { value: entity, selection, typeName, type, source });
    }),
  );
}

interface Walk {
  readonly resolvers: FieldResolvers;
  readonly event: SubgraphEvent;
  readonly table: AlongTable;
}

interface Found {
  readonly value: unknown;
  readonly selection: ReadSelection;
  /** An object type, or an abstract one whose values tell theirs. */
  readonly typeName: string;
}

/** Lists item by item. */
async function addBelow(walk: Walk, { value, selection, typeName }: Found): Promise<unknown> {
  if (Array.isArray(value))
    return Promise.all(value.map((item: unknown) => addBelow(walk, { value: item, selection, typeName })));
  if (!isPlain(value)) return value;
  const { types } = walk.table;
  const name = Object.hasOwn(types, typeName) ? typeName : String(value['__typename']);
  const type = types[name];
  return type === undefined
    ? value
    : addTo(walk, { value, selection, typeName: name, type, source: undefined });
}

interface FoundObject {
  readonly value: Readonly<Record<string, unknown>>;
  readonly selection: ReadSelection;
  readonly typeName: string;
  readonly type: AlongType;
  /** The representation that asked for the object. */
  readonly source: Readonly<Record<string, unknown>> | undefined;
}

async function addTo(walk: Walk, object: FoundObject): Promise<unknown> {
  const { value, selection, typeName, type } = object;
  const added: Record<string, unknown> = {};
  const known = [typeName, ...(type.of ?? [])];
  const fields = selection.fields.filter(({ conditions }) => conditions.every((one) => known.includes(one)));
  for (const field of fields) {
    const { name } = field;
    const inner = type.fields?.[name];
    if (inner !== undefined) {
      const before = Object.hasOwn(added, name) ? added[name] : value[name];
      if (isComposite(before))
        added[name] = await addBelow(walk, { value: before, selection: field.selection, typeName: inner });
    }
    const call = type.calls?.[name];
    if (call !== undefined) await addCall(walk, object, { call, field, added });
    for (const input of type.needs?.[name] ?? []) {
      const { defaults: _, inputs: __, ...inputCall } = type.calls?.[input.field] ?? {};
      const asked = {
        name: input.field,
        args: input.arguments,
        responseKey: '',
        conditions: [],
        selection: LEAF,
      };
      await addCall(walk, object, { call: inputCall, field: asked, added });
    }
  }
  return Object.keys(added).length === 0 ? value : { ...value, ...added };
}

const LEAF: ReadSelection = { fields: [], isHiding: false, text: '{}' };

async function addCall(
  walk: Walk,
  { value, typeName, source: representation }: FoundObject,
  {
    call,
    field,
    added,
  }: { readonly call: AlongCall; readonly field: ReadField; readonly added: Record<string, unknown> },
): Promise<void> {
  const { resolvers, event } = walk;
  const resolver = resolvers[typeName]?.[field.name];
  const source = representation ?? sourceOf({ value, typeName }, call);
  if (resolver === undefined || source === undefined || field.selection.isHiding) return;
  const args = withDefaults(field.args, call);
  const key = alongKey(field.name, args);
  const errorKey = alongErrorKey(key);
  if (Object.hasOwn(added, errorKey)) return;
  if (!Object.hasOwn(added, key)) {
    const asked = eventOfField(event, { typeName, field, args, source });
    // As in the handler: the event was made from the schema that the resolver's types were generated from.
    const resolve = resolver as FieldResolver<unknown, unknown, SubgraphEvent, unknown>;
    const outcome = await settle(() => resolve(args, source, asked));
    if (outcome.kind === 'threw') {
      added[errorKey] = toErrorEnvelope(outcome.thrown);
      return;
    }
    added[key] = outcome.value ?? null;
  }
  const below = { value: added[key], selection: field.selection };
  if (call.type !== undefined) added[key] = await addBelow(walk, { ...below, typeName: call.type });
}

/** @returns undefined when the object lacks every key */
function sourceOf(
  { value, typeName }: Pick<FoundObject, 'value' | 'typeName'>,
  { keys }: AlongCall,
): Readonly<Record<string, unknown>> | undefined {
  if (keys === undefined) return value;
  const key = keys.find((names) => names.every((name) => isLeaf(value[name])));
  if (key === undefined) return undefined;
  return { __typename: typeName, ...Object.fromEntries(key.map((name) => [name, value[name]])) };
}

function isLeaf(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== 'object';
}

function isComposite(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** What JSON takes as an object's own fields. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && typeof value['toJSON'] !== 'function';
}
