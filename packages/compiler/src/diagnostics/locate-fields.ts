/** Gives diagnostics that name a coordinate ("Type.field") but no place the place of its definition. */
import { Kind } from 'graphql';
import type { DocumentNode } from 'graphql';
import type { Diagnostic, SourceLocation } from '../model/diagnostic.ts';
import { locationOfNode } from './source-location.ts';

export function locateFields(
  diagnostics: readonly Diagnostic[],
  documents: readonly DocumentNode[],
): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    if (diagnostic.location !== undefined) return diagnostic;
    for (const [, coordinate = ''] of diagnostic.message.matchAll(/"([A-Za-z_]\w*(?:\.\w+)?)"/g)) {
      const location = findDefinition(coordinate, documents);
      if (location !== undefined) return { ...diagnostic, location };
    }
    return diagnostic;
  });
}

function findDefinition(coordinate: string, documents: readonly DocumentNode[]): SourceLocation | undefined {
  const [typeName, fieldName] = coordinate.split('.');
  for (const definition of documents.flatMap((document) => document.definitions)) {
    const isObject =
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION;
    if (!isObject || definition.name.value !== typeName) continue;
    if (fieldName === undefined) return locationOfNode(definition);
    const field = definition.fields?.find(({ name }) => name.value === fieldName);
    if (field !== undefined) return locationOfNode(field);
  }
  return undefined;
}
