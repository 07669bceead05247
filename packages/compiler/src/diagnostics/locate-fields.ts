/** Gives diagnostics that name a coordinate ("Type.field") but no place the place of its definition. */
import { Kind } from 'graphql';
import type { ASTNode, DefinitionNode, DocumentNode } from 'graphql';
import type { Diagnostic, SourceLocation } from '../model/diagnostic.ts';
import { locationOfNode } from './source-location.ts';

/** A member that no document defines gets the place of its type. */
export function locateFields(
  diagnostics: readonly Diagnostic[],
  documents: readonly DocumentNode[],
): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    if (diagnostic.location !== undefined) return diagnostic;
    const quoted = [...diagnostic.message.matchAll(/"([A-Za-z_]\w*(?:\.\w+)*)"/g)].map(
      ([, coordinate = '']) => coordinate,
    );
    const typeNames = quoted.map((coordinate) => coordinate.replace(/\..*$/, ''));
    for (const coordinate of [...quoted, ...typeNames]) {
      const location = findDefinition(coordinate, documents);
      if (location !== undefined) return { ...diagnostic, location };
    }
    return diagnostic;
  });
}

/** The first definition of `Type`, `Type.field`, `Enum.VALUE` or `Type.field.argument` in the documents. */
function findDefinition(coordinate: string, documents: readonly DocumentNode[]): SourceLocation | undefined {
  const [typeName = '', ...path] = coordinate.split('.');
  for (const definition of documents.flatMap((document) => document.definitions)) {
    if (!isTypeNamed(definition, typeName)) continue;
    const node = path.reduce<ASTNode | undefined>(memberOf, definition);
    const location = node === undefined ? undefined : locationOfNode(node);
    if (location !== undefined) return location;
  }
  return undefined;
}

function isTypeNamed(node: DefinitionNode, name: string): boolean {
  if (node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION) return false;
  return 'name' in node && node.name?.value === name;
}

function memberOf(node: ASTNode | undefined, name: string): ASTNode | undefined {
  if (node === undefined) return undefined;
  const members: readonly ASTNode[] = [
    ...('fields' in node ? (node.fields ?? []) : []),
    ...('values' in node ? (node.values ?? []) : []),
    ...(node.kind === Kind.FIELD_DEFINITION ? (node.arguments ?? []) : []),
  ];
  return members.find((member) => isNamedMember(member) && member.name.value === name);
}

type NamedMember = ASTNode & { readonly name: { readonly value: string } };

function isNamedMember(node: ASTNode): node is NamedMember {
  return 'name' in node && node.name !== undefined;
}
