/** Where a value belongs in the response: the chain that paths, null bubbling and messages follow. */
import type { ResponsePath } from '../error-entries.ts';

export interface Position {
  /** The value around this one; undefined for `data` itself. */
  readonly parent: Position | undefined;
  readonly container: Record<string, unknown> | unknown[];
  readonly key: string | number;
  readonly isNonNull: boolean;
  /** The object type that owns the field, for messages. */
  readonly ownerTypeName: string;
  /** Other places of the very same object: what is below it is below them too. */
  twins?: Position[];
  /** Something below has failed, which every place tells on its own: no other place may have the same object. */
  isFaulty?: true;
}

export function write(position: Position, value: unknown): void {
  const { container, key } = position;
  if (Array.isArray(container)) container[Number(key)] = value;
  else container[key] = value;
}

/**
 * GraphQL spec, "Handling Execution Errors": null moves up to the nearest nullable position. Values below it that are
 * still on their way land in objects that nobody sees.
 */
export function writeNull(position: Position): void {
  let target = position;
  while (target.isNonNull && target.parent !== undefined) target = target.parent;
  write(target, null);
}

/**
 * Every place of the response where a fault at this position is to be told and null has to move up from: as many as
 * places share the objects around it. From now on no further place shares them.
 */
export function placesOfFault(position: Position): readonly Position[] {
  const { parent } = position;
  if (parent === undefined) return [position];
  parent.isFaulty = true;
  const around = [parent, ...(parent.twins ?? [])].flatMap(placesOfFault);
  return around.length === 1 ? [position] : around.map((place) => ({ ...position, parent: place }));
}

export function toPath(position: Position): ResponsePath {
  const path: (string | number)[] = [];
  for (let at: Position | undefined = position; at?.parent !== undefined; at = at.parent)
    path.unshift(at.key);
  return path;
}

/** The list indices of the path: where the value stands among all values of its field. */
export function indicesOf(position: Position): readonly number[] {
  const indices: number[] = [];
  for (let at: Position | undefined = position; at !== undefined; at = at.parent) {
    if (typeof at.key === 'number') indices.push(at.key);
  }
  return indices.reverse();
}

/** `/orders/items[0]/id`, the form inside AppSync's messages. */
export function formatPath(position: Position): string {
  return toPath(position)
    .map((key) => (typeof key === 'number' ? `[${key}]` : `/${key}`))
    .join('');
}
