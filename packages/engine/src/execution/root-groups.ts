import type { GraphQLObjectType, OperationDefinitionNode } from 'graphql';
import type { ReadyDocument } from './document/document-cache.ts';
import { type FieldGroup, type Selection, collectFields } from './selection/collect-fields.ts';

const rememberedGroups = new WeakMap<OperationDefinitionNode, readonly FieldGroup[]>();

/**
 * The root fields of an operation. Where no `@skip` or `@include` makes them depend on the variables they are kept
 * with the operation, together with everything that is collected below them.
 */
export function collectRootGroups(
  selection: Selection,
  operation: OperationDefinitionNode,
  rootType: GraphQLObjectType,
): readonly FieldGroup[] {
  const collect = (): readonly FieldGroup[] =>
    collectFields(selection, [operation.selectionSet], { type: rootType, parent: undefined });
  if (dependsOnVariables(selection.document)) return collect();
  const known = rememberedGroups.get(operation);
  if (known !== undefined) return known;
  const groups = collect();
  rememberedGroups.set(operation, groups);
  return groups;
}

function dependsOnVariables(document: ReadyDocument): boolean {
  return document.hasConditions;
}
