import { fieldAt } from './world.ts';
import type { AbstractDef, World } from './world.ts';

/**
 * How many calls complete a value of an abstract type, where each subgraph is asked at least once: together with those
 * that get the value itself, and that find its object types, they have to fit into one pipeline.
 */
export function completingCalls(world: World, { members }: AbstractDef): number {
  const counts = world.subgraphs.map(({ owns }) => {
    const ofMembers = members.map((member) => {
      const fields = owns.flatMap((one) => (one.startsWith(`${member}.`) ? [fieldAt(world, one)] : []));
      const plain = fields.filter(({ args }) => args.length === 0);
      return new Set(plain.map(({ requires }) => requires ?? '')).size;
    });
    return Math.max(0, ...ofMembers);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
