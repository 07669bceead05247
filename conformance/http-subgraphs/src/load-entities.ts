import type { GraphQLResolveInfo } from 'graphql';
import type { Implementation, Representation } from './implementation.ts';

/** The resolver of `Query._entities`: each type's loader is asked once. */
export async function loadEntities(
  entities: Implementation['entities'],
  representations: readonly Representation[],
  info: GraphQLResolveInfo,
): Promise<readonly unknown[]> {
  const found = new Map<Representation, unknown>();
  for (const typeName of new Set(representations.map(({ __typename }) => __typename))) {
    const ofType = representations.filter(({ __typename }) => __typename === typeName);
    const load = entities[typeName];
    if (load === undefined) throw new Error(`this subgraph has no entity ${typeName}`);
    (await load(ofType, info)).forEach((value, index) => {
      const representation = ofType[index];
      if (representation !== undefined) found.set(representation, value);
    });
  }
  return representations.map((representation) => typed(found.get(representation) ?? null, representation));
}

function typed(value: unknown, { __typename }: Representation): unknown {
  if (value === null || value instanceof Error || typeof value !== 'object') return value;
  return { __typename, ...value };
}
