import type { FieldNode } from 'graphql';
import { standInType } from '@tributary/compiler';
import type { Completion } from '@tributary/compiler';
import { selectionOf } from './field-selection.ts';
import type { FieldRun } from './field-run.ts';
import type { NativeContext } from './native-context.ts';
import type { ValueEntities } from './value-entities.ts';

/**
 * Makes a function that gives a type to the entities whose object type only another subgraph knows, where any of them
 * does: their subgraph is not asked for it then.
 */
export function createStandIn(
  { compilation }: NativeContext,
  completion: Completion,
): (run: FieldRun, values: ValueEntities) => void {
  const known = new WeakMap<readonly FieldNode[], string | undefined>();
  const typeFor = ({ field }: FieldRun): string | undefined => {
    const { nodes } = field;
    if (!known.has(nodes))
      known.set(nodes, standInType(compilation, completion, selectionOf(field).byCondition));
    return known.get(nodes);
  };
  return (run, { entities }) => {
    if (completion.interfaceObject === undefined || run.field.keepsTypes) return;
    for (const entity of entities) {
      if (entity.type !== completion.interfaceObject) continue;
      const type = typeFor(run);
      if (type !== undefined) entity.setType(type);
    }
  };
}
