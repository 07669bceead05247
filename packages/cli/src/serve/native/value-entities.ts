/**
 * The entities of a field's values, out of their lists, in one row for all sources. Objects that hold the same few
 * values, as references by key do, are one entity however often they occur.
 */
import type { Completion } from '@tributary/compiler';
import { isRecord } from '../../is-record.ts';
import { holds } from './override-label.ts';
import type { FieldRun, Values } from './field-run.ts';
import { referenceText } from './reference-text.ts';

export interface ValueEntities {
  readonly entities: readonly ValueEntity[];
  /** `Type.field` of fields with arguments that a step has asked for. */
  readonly asked: Set<string>;
  /** Puts the completed entities in their places. */
  rebuild(): void;
}

export interface ValueEntity {
  /** As the subgraph answered it, until `own` replaces it. */
  readonly object: Values;
  /** The object type; empty when it is not known. */
  readonly type: string;
  /** Index of the source of each place where it stands. */
  readonly sources: readonly number[];
  /** The entity as an object that may be changed. */
  own(): Record<string, unknown>;
  /** For an entity whose object type was not known yet. */
  setType(type: string): void;
}

/** @param indices - the sources whose values are completed; what is no object is left to fail as it is */
export function collectEntities(
  run: FieldRun,
  { typeName, interfaceObject, listDepth, types }: Completion,
  indices: readonly number[],
): ValueEntities {
  const foreign = new Map(
    types.map((type) => [
      type.typeName,
      type.foreignFields.concat(
        Object.keys(type.labelledFields).filter((name) => !holds(run, type.labelledFields[name])),
      ),
    ]),
  );
  const entities: MutableEntity[] = [];
  const byItem = new Map<Values, MutableEntity>();
  const byText = new Map<string, MutableEntity>();
  /** By place; undefined for what is no object. */
  const places: (MutableEntity | undefined)[] = [];

  const entityOf = (item: Values): MutableEntity => {
    const { __typename: named } = item;
    const type = typeName ?? (typeof named === 'string' ? named : (interfaceObject ?? ''));
    const isRenamed = typeName === undefined && type !== '' && named !== type;
    return createEntity(item, { type, isRenamed, dropped: foreign.get(type) ?? [] });
  };
  const addEntity = (item: Values): MutableEntity => {
    const text = referenceText(item);
    const known = text === undefined ? undefined : byText.get(text);
    const entity = known ?? entityOf(item);
    if (known === undefined) entities.push(entity);
    if (text !== undefined) byText.set(text, entity);
    byItem.set(item, entity);
    return entity;
  };
  const addItem = (item: unknown, source: number): void => {
    if (!isRecord(item)) {
      places.push(undefined);
      return;
    }
    const entity = byItem.get(item) ?? addEntity(item);
    entity.sources.push(source);
    places.push(entity);
  };
  const addValue = (value: unknown, source: number, depth: number): void => {
    if (depth === 0 || !Array.isArray(value)) addItem(value, source);
    else for (const item of value) addValue(item, source, depth - 1);
  };
  for (const index of indices) addValue(run.values[index], index, listDepth);

  return {
    entities,
    asked: new Set(),
    rebuild() {
      let next = 0;
      const take = (value: unknown, depth: number): unknown => {
        if (depth > 0 && Array.isArray(value)) return value.map((item) => take(item, depth - 1));
        const entity = places[next++];
        return entity === undefined ? value : entity.object;
      };
      for (const index of indices) run.values[index] = take(run.values[index], listDepth);
    },
  };
}

interface MutableEntity extends ValueEntity {
  readonly sources: number[];
}

interface EntityStart {
  readonly type: string;
  /** Its `__typename` is absent: the interface's own name stands in for it. */
  readonly isRenamed: boolean;
  /** Members that other subgraphs own. */
  readonly dropped: readonly string[];
}

function createEntity(item: Values, { type, isRenamed, dropped }: EntityStart): MutableEntity {
  let owned: Record<string, unknown> | undefined;
  const entity = {
    object: item,
    type,
    sources: [],
    own() {
      if (owned === undefined) {
        owned = { ...item };
        entity.object = owned;
      }
      return owned;
    },
    setType(found: string) {
      entity.type = found;
      entity.own()['__typename'] = found;
    },
  };
  if (dropped.some((name) => item[name] !== undefined)) {
    // Built anew: deleting members makes an object slow to read.
    owned = Object.fromEntries(Object.entries(item).filter(([name]) => !dropped.includes(name)));
    entity.object = owned;
  }
  if (isRenamed) entity.own()['__typename'] = type;
  return entity;
}
