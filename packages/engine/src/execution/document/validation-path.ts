/** The path of field names that AppSync's validation messages end with. */
import { type ASTNode, type ASTVisitor, type FieldNode, Kind } from 'graphql';

export interface ValidationPath {
  /** Must run before every rule that reports. */
  readonly visitor: ASTVisitor;
  /** `a/b` for a fault at this node: the node's own path if it is a field, else that of the field around it. */
  textAt(node: ASTNode | undefined): string;
}

/** Follows a traversal of the document; inside a fragment definition the path begins with the fragment's name. */
export function createValidationPath(): ValidationPath {
  const current: string[] = [];
  const ofField = new WeakMap<FieldNode, string>();
  return {
    visitor: {
      enter(node) {
        if (node.kind !== Kind.FIELD && node.kind !== Kind.FRAGMENT_DEFINITION) return;
        current.push(node.name.value);
        if (node.kind === Kind.FIELD) ofField.set(node, current.join('/'));
      },
      leave(node) {
        if (node.kind === Kind.FIELD || node.kind === Kind.FRAGMENT_DEFINITION) current.pop();
      },
    },
    textAt: (node) => (node?.kind === Kind.FIELD ? ofField.get(node) : undefined) ?? current.join('/'),
  };
}
