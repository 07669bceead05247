/** Whether clients see all of a supergraph: no `@inaccessible` type, field, argument, input field or enum value. */
import { isTypeDefinitionNode, Kind } from 'graphql';
import type { DocumentNode, FieldDefinitionNode, TypeDefinitionNode } from 'graphql';

/**
 * Counts what both documents have, whose order is the same. Scalars, enums and input types may be missing from the API:
 * those of the join specification are, and others could only be used by something that is missing too.
 */
export function hidesNothing(supergraph: DocumentNode, apiDocument: DocumentNode): boolean {
  const visible = new Map(
    apiDocument.definitions.filter(isTypeDefinitionNode).map((node) => [node.name.value, node]),
  );
  return supergraph.definitions.every(
    (node) => !isTypeDefinitionNode(node) || isVisible(node, visible.get(node.name.value)),
  );
}

function isVisible(node: TypeDefinitionNode, visible: TypeDefinitionNode | undefined): boolean {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return (
        node.kind === visible?.kind &&
        count(node.interfaces) === count(visible.interfaces) &&
        areVisible(node.fields ?? [], visible.fields ?? [])
      );
    case Kind.UNION_TYPE_DEFINITION:
      return visible?.kind === node.kind && count(node.types) === count(visible.types);
    case Kind.ENUM_TYPE_DEFINITION:
      return visible?.kind !== node.kind || count(node.values) === count(visible.values);
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return visible?.kind !== node.kind || count(node.fields) === count(visible.fields);
    case Kind.SCALAR_TYPE_DEFINITION:
      return true;
  }
}

function areVisible(
  fields: readonly FieldDefinitionNode[],
  visible: readonly FieldDefinitionNode[],
): boolean {
  return (
    fields.length === visible.length &&
    fields.every((field, index) => count(field.arguments) === count(visible[index]?.arguments))
  );
}

function count(nodes: readonly unknown[] | undefined): number {
  return nodes?.length ?? 0;
}
