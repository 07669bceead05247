import type { StepPlace } from '@tributary/compiler';
import { innerEntities } from './inner-entities.ts';
import type { ValueEntities, ValueEntity } from './value-entities.ts';

/** The entities at one place of the values, always in the same order. */
export function candidatesAt(values: ValueEntities, place: StepPlace): readonly ValueEntity[] {
  if (place.path.length === 0) return values.entities;
  return innerEntities(values, place).map(({ object, sources }) => {
    if (place.typeName !== undefined) object['__typename'] = place.typeName;
    const { __typename: type } = object;
    return {
      object,
      type: typeof type === 'string' ? type : '',
      sources,
      own: () => object,
      setType: (found) => (object['__typename'] = found),
    };
  });
}
