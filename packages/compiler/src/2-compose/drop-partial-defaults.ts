/**
 * A default value that only some subgraphs declare is not the API's: each subgraph applies its own. The composition
 * library keeps it (checked with 0.27.0). Federation documentation, hint INCONSISTENT_DEFAULT_VALUE_PRESENCE.
 */
import { Kind } from 'graphql';
import type { DefinitionNode, DocumentNode, FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';
import { argumentsByCoordinate } from '../merged-schema/coordinates.ts';
import type { MergedSchema } from '../merged-schema/merged-schema.ts';

/** Coordinates of arguments (`Type.field(argument:)`) and input fields (`Input.field`), of a schema merged from subgraphs. */
export function partialDefaults(schema: MergedSchema): ReadonlySet<string> {
  return new Set(
    [...argumentsByCoordinate(schema)].flatMap(([coordinate, placed]) => {
      const count = placed.filter(({ node }) => node.defaultValue !== undefined).length;
      return count > 0 && count < placed.length ? [coordinate] : [];
    }),
  );
}

/** @returns the same document when there is nothing to drop */
export function dropDefaults(document: DocumentNode, coordinates: ReadonlySet<string>): DocumentNode {
  if (coordinates.size === 0) return document;
  const dropped = (coordinate: string, node: InputValueDefinitionNode): InputValueDefinitionNode => {
    if (!coordinates.has(coordinate)) return node;
    const { defaultValue: _, ...rest } = node;
    return rest;
  };
  const withArguments = (typeName: string, field: FieldDefinitionNode): FieldDefinitionNode => ({
    ...field,
    arguments: (field.arguments ?? []).map((node) =>
      dropped(`${typeName}.${field.name.value}(${node.name.value}:)`, node),
    ),
  });
  const definitions = document.definitions.map((node): DefinitionNode => {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        return { ...node, fields: (node.fields ?? []).map((field) => withArguments(node.name.value, field)) };
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return {
          ...node,
          fields: (node.fields ?? []).map((field) =>
            dropped(`${node.name.value}.${field.name.value}`, field),
          ),
        };
      default:
        return node;
    }
  });
  return { ...document, definitions };
}
