import type { StepPlace } from '@tributary/compiler';
import { isRecord } from '../../is-record.ts';
import type { Values } from './field-run.ts';
import { innerEntities } from './inner-entities.ts';
import type { ValueEntities } from './value-entities.ts';

/** An entity that a step may ask for. */
export interface Candidate {
  readonly entity: Values;
  readonly type: string;
  readonly source: number;
  /** The entity as an object that may be changed. */
  readonly own: () => Record<string, unknown>;
  /** For an entity whose object type was not known yet. */
  readonly setType: (type: string) => void;
}

/** The entities at one place of the values, always in the same order. */
export function candidatesAt(entities: ValueEntities, place: StepPlace): readonly Candidate[] {
  if (place.path.length === 0) return ownEntities(entities);
  return innerEntities(entities, place).map(({ object, source }) => {
    if (place.typeName !== undefined) object['__typename'] = place.typeName;
    const { __typename: type } = object;
    return {
      entity: object,
      type: typeof type === 'string' ? type : '',
      source,
      own: () => object,
      setType: (found) => (object['__typename'] = found),
    };
  });
}

function ownEntities(entities: ValueEntities): readonly Candidate[] {
  const candidates: Candidate[] = [];
  entities.items.forEach((item, at) => {
    if (!isRecord(item)) return;
    candidates.push({
      entity: item,
      type: entities.types[at] ?? '',
      source: entities.sources[at] ?? 0,
      own: () => entities.own(at),
      setType: (found) => entities.setType(at, found),
    });
  });
  return candidates;
}
