/** Argument defaults of one field of a subgraph, read from its SDL alone (before composition). */
import { buildASTSchema, isObjectType, Kind } from 'graphql';
import type { DefinitionNode, DocumentNode, GraphQLSchema } from 'graphql';
import { argumentDefaults } from '../5-emit/argument-defaults.ts';

/**
 * A schema of the subgraph for looking fields up.
 * @returns undefined when the SDL names unknown types: composition reports that better
 */
export function subgraphSchema(document: DocumentNode): GraphQLSchema | undefined {
  try {
    return buildASTSchema(
      { ...document, definitions: mergeExtensions(document.definitions) },
      { assumeValidSDL: true },
    );
  } catch {
    return undefined;
  }
}

/** @returns argument name -> JavaScript expression; empty for a field without defaults, or an unknown field */
export function argumentDefaultsOf(
  schema: GraphQLSchema | undefined,
  typeName: string,
  fieldName: string,
): Readonly<Record<string, string>> {
  const type = schema?.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  return field === undefined ? {} : argumentDefaults(field.args);
}

/** `extend type T` stands alone in Federation: it becomes a definition, or joins the one that is there. */
function mergeExtensions(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  const merged = new Map<string, DefinitionNode>();
  const others: DefinitionNode[] = [];
  for (const node of definitions) {
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) {
      const known = merged.get(node.name.value);
      const fields = known?.kind === Kind.OBJECT_TYPE_DEFINITION ? (known.fields ?? []) : [];
      merged.set(node.name.value, {
        ...node,
        kind: Kind.OBJECT_TYPE_DEFINITION,
        fields: [...fields, ...(node.fields ?? [])],
      });
    } else if (!node.kind.endsWith('Extension')) {
      others.push(node);
    }
  }
  return [...merged.values(), ...others];
}
