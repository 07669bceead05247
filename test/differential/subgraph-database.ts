/** What one subgraph knows: its part of the data, and how its fields are answered. Plain JSON, for answer.mjs. */
import { namedType } from '../../packages/http-subgraph/src/shape.ts';
import { parseFieldSet } from './field-set.ts';
import type { FieldSet } from './field-set.ts';
import type { SubgraphView, TypeView } from './subgraph-view.ts';
import { fieldAt, findAbstract, findObject, isOverridden } from './world.ts';
import type { FieldRule, Row, World } from './world.ts';

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
  const missing = new Set(subgraph.missing);
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
    const all = Object.entries(world.rows[typeName] ?? {}).filter(
      ([id]) => !missing.has(`${typeName}/${id}`),
    );
    return [typeName, Object.fromEntries(all.map(([id, row]) => [id, known(row)]))];
  });
  return { depth: subgraph.depth, types: Object.fromEntries(types), rows: Object.fromEntries(rows) };
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
    isAbstract: findAbstract(world, named) !== undefined,
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
