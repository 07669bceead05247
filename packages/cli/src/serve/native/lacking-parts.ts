/** Composite fields that an entity has in part: whether a part is wanted that is not there yet. */
import type { StepPlace } from '@tributary/compiler';
import type { Values } from './field-run.ts';
import { lacksPath } from './lacks-added.ts';
import type { WantedFields } from './wanted-fields.ts';

/** A path below an entity of one type, as `StepPlace.adds` has it. */
export interface Addition {
  readonly typeName: string;
  readonly path: string;
  readonly names: readonly string[];
}

export function readAddition(text: string): Addition {
  const [typeName = '', path = ''] = text.split(':');
  return { typeName, path, names: path.split('.') };
}

interface PlaceOfEntity {
  readonly type: string;
  readonly place: StepPlace;
  readonly additions: readonly Addition[];
  readonly wanted: WantedFields;
}

/** Names of fields that the entity has in part, and of which a wanted part is not there yet. */
export function lackingParts(
  entity: Values,
  { type, place, additions, wanted }: PlaceOfEntity,
): readonly string[] {
  if (additions.length === 0) return [];
  const { path: way, rootType = '' } = place;
  const paths = wanted.get(way.length > 0 ? rootType : type);
  const prefix = way.map((name) => `${name}.`).join('');
  return additions.flatMap(({ typeName, path, names }) => {
    const isWanted = typeName === type && paths?.has(prefix + path) === true;
    return isWanted && lacksPath(entity, names, undefined) ? names.slice(0, 1) : [];
  });
}
