/** What one subgraph knows: its part of the data, and how its fields are answered. Plain JSON, for answer.mjs. */
import { namedType } from '../../packages/http-subgraph/src/shape.ts';
import { parseFieldSet } from './field-set.ts';
import type { FieldSet } from './field-set.ts';
import type { SubgraphView, TypeView } from './subgraph-view.ts';
import { fieldAt, findAbstract, findObject, isOverridden } from './world.ts';
import type { FieldRule, Row, StoredValue, SubgraphDef, World } from './world.ts';

export interface DatabaseField {
  readonly rule: FieldRule;
  /** Named type. */
  readonly type: string;
  readonly isInt: boolean;
  /** The type is abstract: answers carry `__typename`. */
  readonly isAbstract: boolean;
  /** There are entities in the value. */
  readonly isDeep: boolean;
  readonly args: readonly string[];
  readonly requires?: FieldSet;
  readonly provides?: FieldSet;
}

export interface DatabaseType {
  readonly keys: readonly FieldSet[];
  /** Representations of the type are answered. */
  readonly isResolvable: boolean;
  /** Of an interface with a key: its object types. */
  readonly members?: readonly string[];
  readonly fields: Readonly<Record<string, DatabaseField>>;
}

export interface SubgraphDatabase {
  readonly depth: number;
  readonly types: Readonly<Record<string, DatabaseType>>;
  readonly rows: Readonly<Record<string, Readonly<Record<string, Row>>>>;
}

export function subgraphDatabase(world: World, view: SubgraphView): SubgraphDatabase {
  const { subgraph } = view;
  const types = [...view.types].map(([typeName, type]) => [
    typeName,
    {
      keys: type.keys.map(({ fields }) => parseFieldSet(fields)),
      isResolvable: type.keys.some(({ isResolvable }) => isResolvable),
      fields: Object.fromEntries(
        ownFields(type).map((name) => [name, databaseField(world, view, `${typeName}.${name}`)]),
      ),
    },
  ]);
  const interfaces = [...view.abstracts].flatMap(([name, { members }]) => {
    const keys = subgraph.keys.filter(({ type }) => type === name).map(({ fields }) => parseFieldSet(fields));
    return keys.length === 0 ? [] : [[name, { keys, isResolvable: true, members, fields: {} }]];
  });
  const missing = new Set(subgraph.missing);
  const storedRows = rowsOf(world, subgraph);
  const rows = [...view.types].map(([typeName, type]) => {
    // External fields are stored too, for what is provided: an answer holds them only where it is promised.
    const known = (row: Row) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([name, value]) => {
          if (!type.fields.has(name)) return [];
          const coordinate = `${typeName}.${name}`;
          if (!isOverridden(world, subgraph, coordinate)) return [[name, value]];
          // Of what was taken from it, something else or null: whoever asks here, or believes what is there, gets it wrong.
          return fieldAt(world, coordinate).rule === 'echo' ? [[name, 'old']] : [];
        }),
      );
    const all = Object.entries(storedRows[typeName] ?? {}).filter(
      ([id]) => !missing.has(`${typeName}/${id}`),
    );
    return [typeName, Object.fromEntries(all.map(([id, row]) => [id, known(row)]))];
  });
  return {
    depth: subgraph.depth,
    types: Object.fromEntries([...types, ...interfaces]),
    rows: Object.fromEntries(rows),
  };
}

/** Where an interface is an object type, the entities of its members are of that one type. */
function rowsOf(world: World, { interfaceObjects = [] }: SubgraphDef): World['rows'] {
  if (interfaceObjects.length === 0) return world.rows;
  const nameOf = (typeName: string) =>
    interfaceObjects.find((name) => findAbstract(world, name)?.members.includes(typeName));
  const renamed = (value: StoredValue): StoredValue => {
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, inner]): [string, StoredValue] => {
      const [typeName = '', id = ''] = name === '$ref' ? String(inner).split('/') : [];
      const object = nameOf(typeName);
      return [name, object === undefined ? renamed(inner) : `${object}/${typeName}_${id}`];
    });
    return Object.fromEntries(entries);
  };
  const rows: Record<string, Record<string, Row>> = {};
  for (const [typeName, byId] of Object.entries(world.rows)) {
    const object = nameOf(typeName);
    for (const [id, row] of Object.entries(byId)) {
      const ofType = (rows[object ?? typeName] ??= {});
      ofType[object === undefined ? id : `${typeName}_${id}`] = renamed(row) as Row;
    }
  }
  return rows;
}

function ownFields({ fields }: TypeView): readonly string[] {
  return [...fields].filter(([, mode]) => mode === 'own').map(([name]) => name);
}

function databaseField(world: World, { subgraph }: SubgraphView, coordinate: string): DatabaseField {
  const { type, rule, args, requires } = fieldAt(world, coordinate);
  const named = namedType(type);
  const provides = subgraph.provides[coordinate];
  return {
    rule,
    type: named,
    isInt: named === 'Int',
    isAbstract:
      findAbstract(world, named) !== undefined && subgraph.interfaceObjects?.includes(named) !== true,
    isDeep: holdsEntities(world, named),
    args: args.map(({ name }) => name),
    ...(requires === undefined ? {} : { requires: parseFieldSet(requires) }),
    ...(provides === undefined ? {} : { provides: parseFieldSet(provides) }),
  };
}

function holdsEntities(world: World, named: string): boolean {
  const object = findObject(world, named);
  if (object === undefined) return findAbstract(world, named) !== undefined;
  if (object.kind !== 'value') return true;
  return object.fields.some(({ type }) => holdsEntities(world, namedType(type)));
}
