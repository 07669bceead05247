/** Gives diagnostics that name a coordinate ("Type.field") but no place the place of its definition. */
import type { ASTNode, DocumentNode } from 'graphql';
import type { Diagnostic, SourceLocation } from '../model/diagnostic.ts';
import { isTypeNamed, memberOf } from './named-nodes.ts';
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
