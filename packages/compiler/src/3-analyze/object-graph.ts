/** Which object types the fields of object types lead to, by schema alone. */
import { Kind } from 'graphql';
import type { DocumentNode, ObjectTypeDefinitionNode } from 'graphql';
import { namedTypeOf } from '../model/type-reference.ts';

/** Object type -> composite field -> the object types that its value can have. */
export type ObjectGraph = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** @param document - a complete schema */
export function objectGraph(document: DocumentNode): ObjectGraph {
  const objects = document.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  const possible = objectTypesByName(document);
  return new Map(objects.map((node) => [node.name.value, compositeFields(node, possible)]));
}

/** Composite type -> its object types; an object type is its own. */
export function objectTypesByName(document: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const node of document.definitions) {
    if (node.kind === Kind.UNION_TYPE_DEFINITION) {
      found.set(
        node.name.value,
        (node.types ?? []).map(({ name }) => name.value),
      );
    } else if (node.kind === Kind.OBJECT_TYPE_DEFINITION) {
      found.set(node.name.value, [node.name.value]);
      for (const { name } of node.interfaces ?? []) {
        found.set(name.value, [...(found.get(name.value) ?? []), node.name.value]);
      }
    }
  }
  return found;
}

function compositeFields(
  node: ObjectTypeDefinitionNode,
  possible: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    (node.fields ?? []).flatMap(({ name, type }) => {
      const targets = possible.get(namedTypeOf(type));
      return targets === undefined ? [] : [[name.value, targets] as const];
    }),
  );
}
