/**
 * The composition library takes the fields of an `@inaccessible` interface for visible, and refuses hidden fields that
 * implement them (0.27.0). They are marked as their interface is: what clients see is the same.
 */
import { Kind, visit } from 'graphql';
import type {
  ConstDirectiveNode,
  DocumentNode,
  InterfaceTypeDefinitionNode,
  InterfaceTypeExtensionNode,
} from 'graphql';

type InterfaceNode = InterfaceTypeDefinitionNode | InterfaceTypeExtensionNode;

/** @returns the document with the fields of its hidden interfaces hidden too */
export function hideInterfaceFields(document: DocumentNode): DocumentNode {
  const hiddenBy = new Map(
    document.definitions.flatMap((node) => {
      const directive = isInterface(node) ? node.directives?.find(isInaccessible) : undefined;
      return isInterface(node) && directive !== undefined ? [[node.name.value, directive] as const] : [];
    }),
  );
  if (hiddenBy.size === 0) return document;
  const hide = <Node extends InterfaceNode>(node: Node): Node => {
    const directive = hiddenBy.get(node.name.value);
    return directive === undefined ? node : withHiddenFields(node, directive);
  };
  return visit(document, { InterfaceTypeDefinition: hide, InterfaceTypeExtension: hide });
}

function withHiddenFields<Node extends InterfaceNode>(node: Node, directive: ConstDirectiveNode): Node {
  const fields = (node.fields ?? []).map((field) => {
    const own = field.directives ?? [];
    return own.some(isInaccessible) ? field : { ...field, directives: [...own, directive] };
  });
  return { ...node, fields };
}

function isInterface(node: DocumentNode['definitions'][number]): node is InterfaceNode {
  return node.kind === Kind.INTERFACE_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_EXTENSION;
}

function isInaccessible({ name }: ConstDirectiveNode): boolean {
  return name.value === 'inaccessible' || name.value === 'federation__inaccessible';
}
