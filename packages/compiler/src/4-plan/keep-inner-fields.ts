/**
 * A step may fetch fields of entities inside the value (a key of `items { sku }` whose `sku` is elsewhere). The resolvers
 * of the fields that hold these entities must take them for what they are, not for what a producer says of fields that
 * others own. Only what `@override` took from a producer has to be told from what a step fetched.
 */
import type { FederationModel } from '../model/federation-model.ts';
import type { ResolverPlan, StepPlace } from '../model/resolver-plan.ts';

export function keepInnerFields(
  model: FederationModel,
  resolvers: readonly ResolverPlan[],
): readonly ResolverPlan[] {
  const holders = new Set(
    resolvers.flatMap(({ completion }) =>
      (completion?.steps ?? []).flatMap(({ places }) =>
        places.flatMap((place) => holderOf(model, place) ?? []),
      ),
    ),
  );
  if (holders.size === 0) return resolvers;
  return resolvers.map((resolver) => {
    const { completion } = resolver;
    if (completion === undefined || !holders.has(`${resolver.typeName}.${resolver.fieldName}`))
      return resolver;
    const types = completion.types.map((type) => ({ ...type, foreignFields: [] }));
    return { ...resolver, completion: { ...completion, types } };
  });
}

/** `Type.field` at the end of a place's path. */
function holderOf(model: FederationModel, { path, rootType }: StepPlace): string | undefined {
  let typeName = rootType;
  for (const name of path.slice(0, -1)) {
    typeName = model.types.get(typeName ?? '')?.fields.get(name)?.namedType;
  }
  const last = path.at(-1);
  return last === undefined || typeName === undefined ? undefined : `${typeName}.${last}`;
}
