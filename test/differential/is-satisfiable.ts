/**
 * Whether every field of every entity can be reached from every subgraph that has the entity. Decided on the split alone,
 * without the compiler: what the compiler refuses, although it is satisfiable, is a finding.
 */
import { fieldName, parseFieldSet } from './field-set.ts';
import { viewSubgraph } from './subgraph-view.ts';
import type { SubgraphView } from './subgraph-view.ts';
import { fieldAt } from './world.ts';
import type { World } from './world.ts';

/** @throws Error when the world refers to something that it does not have */
export function isSatisfiable(world: World): boolean {
  const views = world.subgraphs.map((subgraph) => viewSubgraph(world, subgraph));
  const hasQuery = views.some(({ types }) => (types.get('Query')?.fields.size ?? 0) > 0);
  const areTyped = views.every(({ subgraph: { interfaceObjects = [] }, types }) =>
    interfaceObjects.every((name) => !types.has(name) || isTold(world, views, name)),
  );
  return (
    hasQuery && areTyped && world.objects.every(({ name, kind }) => isReachable(world, views, { name, kind }))
  );
}

/** Some subgraph has the interface with a key, and all of its object types with the same one. */
function isTold({ abstracts }: World, views: readonly SubgraphView[], name: string): boolean {
  const members = abstracts.find((one) => one.name === name)?.members ?? [];
  return views.some(
    ({ subgraph, abstracts: known, types }) =>
      subgraph.keys.some(
        ({ type, fields }) =>
          type === name && members.every((one) => types.get(one)?.keys.some((key) => key.fields === fields)),
      ) && members.every((one) => known.get(name)?.members.includes(one)),
  );
}

function isReachable(
  world: World,
  views: readonly SubgraphView[],
  { name, kind }: Pick<World['objects'][number], 'name' | 'kind'>,
): boolean {
  const fieldsOf = ({ types }: SubgraphView) => [...(types.get(name)?.fields ?? [])];
  const owned = new Set(
    views.flatMap((view) => fieldsOf(view).flatMap(([field, mode]) => (mode === 'own' ? [field] : []))),
  );
  // What is external in one subgraph has to be of another one.
  if (!views.every((view) => fieldsOf(view).every(([field]) => owned.has(field)))) return false;
  if (kind !== 'entity') return true;
  return views
    .filter(({ types }) => types.has(name))
    .every((start) => {
      const reached = reachedFrom(world, views, { name, start });
      return [...owned].every((field) => reached.has(field));
    });
}

/** Fields of an entity that a client gets of it when `start` has answered it. */
function reachedFrom(
  world: World,
  views: readonly SubgraphView[],
  { name, start }: { readonly name: string; readonly start: SubgraphView },
): ReadonlySet<string> {
  const reached = new Set<string>();
  const has = (fieldSet: string) =>
    Object.keys(parseFieldSet(fieldSet)).every((selection) => reached.has(fieldName(selection)));
  const addFields = ({ types }: SubgraphView, isAsked: boolean) => {
    for (const [field, mode] of types.get(name)?.fields ?? []) {
      const { requires } = fieldAt(world, `${name}.${field}`);
      const isComputed = requires === undefined || (isAsked && has(requires));
      if (mode === 'own' && isComputed) reached.add(field);
    }
  };
  addFields(start, false);
  for (let size = -1; size < reached.size;) {
    size = reached.size;
    for (const view of views) {
      const keys = view.types.get(name)?.keys ?? [];
      if (keys.some(({ isResolvable, fields }) => isResolvable && has(fields))) addFields(view, true);
    }
  }
  return reached;
}
