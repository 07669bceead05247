/** Hides fields from clients (`@inaccessible`): parts of keys, and what only `@requires` names then. */
import type { Random } from '../fuzz/random.ts';
import { interfaceFields } from './world.ts';
import type { World } from './world.ts';

const SHARE = 0.15;

export function hideFields(random: Random, world: World): World {
  const ofInterfaces = interfaceFields(world);
  const objects = world.objects.map((object) => {
    if (object.kind === 'root') return object;
    const fields = object.fields.map((field, index) => {
      // One field of each type has to be left.
      const mayHide = index > 0 && field.name !== 'id' && !ofInterfaces.has(`${object.name}.${field.name}`);
      return mayHide && random.chance(SHARE) ? { ...field, isHidden: true as const } : field;
    });
    return { ...object, fields };
  });
  return { ...world, objects };
}
