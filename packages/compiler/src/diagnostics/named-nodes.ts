/** Finds what a schema coordinate names: https://spec.graphql.org/draft/#sec-Schema-Coordinates. */
import { Kind } from 'graphql';
import type { ASTNode, DefinitionNode } from 'graphql';

/** Extensions and directive definitions count as well; operations and fragments do not. */
export function isTypeNamed(node: DefinitionNode, name: string): boolean {
  if (node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION) return false;
  return 'name' in node && node.name?.value === name;
}

/** The field, enum value or input field of a type, or the argument of a field. */
export function memberOf(node: ASTNode | undefined, name: string): ASTNode | undefined {
  if (node === undefined) return undefined;
  const members: readonly ASTNode[] = [
    ...('fields' in node ? (node.fields ?? []) : []),
    ...('values' in node ? (node.values ?? []) : []),
    ...(node.kind === Kind.FIELD_DEFINITION ? (node.arguments ?? []) : []),
  ];
  return members.find((member) => 'name' in member && member.name?.value === name);
}
