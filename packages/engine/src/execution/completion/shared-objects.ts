/**
 * Places of one field that have the very same value, as places of one entity do: it is completed once, with the
 * resolvers below it, and stands in the response as one object.
 */
import type { FieldGroup } from '../selection/collect-fields.ts';
import type { Position } from './position.ts';

export interface SharedObjects {
  /** The object of an earlier place, where the position now belongs to as well; undefined: there is none. */
  join(group: FieldGroup, value: object, position: Position): Record<string, unknown> | undefined;
  /** @param position - place of the first object for this value */
  add(group: FieldGroup, value: object, place: ObjectPlace): void;
}

export interface ObjectPlace {
  readonly position: Position;
  readonly target: Record<string, unknown>;
}

export function createSharedObjects(): SharedObjects {
  const byGroup = new Map<FieldGroup, Map<object, ObjectPlace>>();
  return {
    join(group, value, position) {
      const known = byGroup.get(group)?.get(value);
      if (known === undefined || known.position.isFaulty === true) return undefined;
      if (known.position.twins === undefined) known.position.twins = [position];
      else known.position.twins.push(position);
      return known.target;
    },
    add(group, value, place) {
      const ofGroup = byGroup.get(group);
      if (ofGroup === undefined) byGroup.set(group, new Map([[value, place]]));
      else ofGroup.set(value, place);
    },
  };
}
