/**
 * One random case: a schema with data, and its split into subgraphs. Plain JSON, so that a shrinker can take parts away;
 * what follows from it (the SDL of each subgraph and of the whole) is derived in subgraph-view.ts.
 */

export interface ArgumentDef {
  readonly name: string;
  readonly type: string;
  /** As written in SDL. */
  readonly defaultValue?: string;
}

/**
 * How a field gets its value from the stored one: as it is; text made of it, the arguments and the required fields; the
 * first items of the list; for root fields the entity with that id.
 */
export type FieldRule = 'stored' | 'echo' | 'slice' | 'find';

export interface FieldDef {
  readonly name: string;
  /** As in SDL, for example `[[Node!]]!`. */
  readonly type: string;
  readonly args: readonly ArgumentDef[];
  readonly rule: FieldRule;
  /** Field set of `@requires`, in the one subgraph that owns the field. */
  readonly requires?: string;
  /** `@inaccessible`: subgraphs have it, clients have not. */
  readonly isHidden?: true;
}

export interface ObjectDef {
  readonly name: string;
  readonly kind: 'root' | 'entity' | 'value';
  readonly fields: readonly FieldDef[];
}

export interface AbstractDef {
  readonly name: string;
  readonly kind: 'interface' | 'union';
  readonly members: readonly string[];
  /** Names of the fields of an interface; all members have them. */
  readonly fields: readonly string[];
}

export interface EnumDef {
  readonly name: string;
  readonly values: readonly string[];
}

export interface InputDef {
  readonly name: string;
  readonly fields: readonly ArgumentDef[];
}

/** What one subgraph accepts, and others do not: the API has what all of them have. */
export interface ExtraInputs {
  /** By coordinate of the field. */
  readonly arguments: Readonly<Record<string, readonly ArgumentDef[]>>;
  /** By input type. */
  readonly inputFields: Readonly<Record<string, readonly ArgumentDef[]>>;
  /** By enum, which arguments alone have. */
  readonly enumValues: Readonly<Record<string, readonly string[]>>;
}

/** `@override`. */
export interface OverrideDef {
  /** Name of the subgraph that has the field too, and says something else. */
  readonly from: string;
  /** `label: "percent(N)"`; at 0 it is the other subgraph whose answer counts. */
  readonly percent?: 0 | 100;
}

export interface KeyDef {
  readonly type: string;
  readonly fields: string;
  readonly isResolvable: boolean;
}

export interface SubgraphDef {
  readonly name: string;
  /** Coordinates (`Type.field`) of root and entity fields that it resolves, besides its keys. */
  readonly owns: readonly string[];
  readonly keys: readonly KeyDef[];
  /** Keys of entities that it may have to refer to, used when it does. */
  readonly stubs: readonly KeyDef[];
  /** Coordinate -> field set of `@provides`. */
  readonly provides: Readonly<Record<string, string>>;
  /** Abstract type -> the object types that it knows as its members. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  /** Entities within entities that an answer holds in full; below, only their leaves and keys. */
  readonly depth: number;
  /** `Type/id` of entities that it does not know. */
  readonly missing: readonly string[];
  /** By coordinate. */
  readonly overrides: Readonly<Record<string, OverrideDef>>;
  readonly extras: ExtraInputs;
  /** Interfaces that are object types here (`@interfaceObject`); their fields and keys are under the interface's name. */
  readonly interfaceObjects?: readonly string[];
}

/** A reference is `{ $ref: 'Type/id' }`, an object of a value type `{ $type: 'Type', ... }`. */
export type StoredValue =
  string | number | boolean | null | readonly StoredValue[] | { readonly [name: string]: StoredValue };

export type Row = Readonly<Record<string, StoredValue>>;

export interface World {
  readonly objects: readonly ObjectDef[];
  readonly abstracts: readonly AbstractDef[];
  readonly enums: readonly EnumDef[];
  readonly inputs: readonly InputDef[];
  readonly subgraphs: readonly SubgraphDef[];
  /** Type -> id -> fields; `Query` has the one row `0`. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, Row>>>>;
}

export const ROOT_ROW = '0';

/** Fields that keys are made of: known in many subgraphs, so nobody requires or provides them. */
export const KEY_FIELDS: ReadonlySet<string> = new Set(['id', 'sku', 'partA', 'partB', 'owner']);

/** Another subgraph's answer counts for this field of the subgraph: its own is wrong. */
export function isOverridden(
  { subgraphs }: Pick<World, 'subgraphs'>,
  { name, overrides }: SubgraphDef,
  coordinate: string,
): boolean {
  if (overrides[coordinate]?.percent === 0) return true;
  return subgraphs.some(({ overrides: others }) => {
    const found = others[coordinate];
    return found?.from === name && found.percent !== 0;
  });
}

export function findObject(world: Pick<World, 'objects'>, name: string): ObjectDef | undefined {
  return world.objects.find((object) => object.name === name);
}

export function findAbstract(world: Pick<World, 'abstracts'>, name: string): AbstractDef | undefined {
  return world.abstracts.find((abstract) => abstract.name === name);
}

/** Coordinates of the fields of object types that interfaces have: all members have to have them alike. */
export function interfaceFields({ abstracts }: Pick<World, 'abstracts'>): ReadonlySet<string> {
  return new Set(
    abstracts.flatMap(({ members, fields }) =>
      members.flatMap((member) => fields.map((field) => `${member}.${field}`)),
    ),
  );
}

/**
 * A field of an interface is that of its members.
 *
 * @throws Error when there is no such field
 */
export function fieldAt(world: Pick<World, 'objects' | 'abstracts'>, coordinate: string): FieldDef {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const [member = typeName] = findAbstract(world, typeName)?.members ?? [];
  const field = findObject(world, member)?.fields.find(({ name }) => name === fieldName);
  if (field === undefined) throw new Error(`There is no field ${coordinate}.`);
  return field;
}
