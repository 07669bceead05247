/** SDL of a subgraph as a schema that stands alone: what it extends without defining it becomes a definition. */
import type { DocumentNode, TypeDefinitionNode, TypeExtensionNode } from 'graphql';
import { Kind, isTypeDefinitionNode, isTypeExtensionNode } from 'graphql';

const DEFINITION_OF = {
  [Kind.SCALAR_TYPE_EXTENSION]: Kind.SCALAR_TYPE_DEFINITION,
  [Kind.OBJECT_TYPE_EXTENSION]: Kind.OBJECT_TYPE_DEFINITION,
  [Kind.INTERFACE_TYPE_EXTENSION]: Kind.INTERFACE_TYPE_DEFINITION,
  [Kind.UNION_TYPE_EXTENSION]: Kind.UNION_TYPE_DEFINITION,
  [Kind.ENUM_TYPE_EXTENSION]: Kind.ENUM_TYPE_DEFINITION,
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: Kind.INPUT_OBJECT_TYPE_DEFINITION,
} as const;

/** Directives stay where they are used; their definitions and the schema's links are dropped. */
export function mergeExtensions({ definitions }: DocumentNode): DocumentNode {
  const merged = new Map<string, TypeDefinitionNode | TypeExtensionNode>();
  for (const node of definitions) {
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) continue;
    const known = merged.get(node.name.value);
    merged.set(node.name.value, known === undefined ? node : joined(known, node));
  }
  return { kind: Kind.DOCUMENT, definitions: [...merged.values()].map(toDefinition) };
}

type TypeNode = TypeDefinitionNode | TypeExtensionNode;

/** Both are nodes of the same type: lists of parts are put together. */
function joined(one: TypeNode, other: TypeNode): TypeNode {
  const lists = Object.entries(other).flatMap(([name, value]: [string, unknown]) =>
    Array.isArray(value) ? [[name, [...listOf(one, name), ...(value as unknown[])]]] : [],
  );
  return { ...one, ...Object.fromEntries(lists) } as TypeNode;
}

function listOf(node: TypeNode, name: string): readonly unknown[] {
  const value: unknown = Reflect.get(node, name);
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function toDefinition(node: TypeNode): TypeDefinitionNode {
  if (!isTypeExtensionNode(node)) return node;
  return { ...node, kind: DEFINITION_OF[node.kind] } as TypeDefinitionNode;
}
