import {
  type GraphQLNamedType,
  Kind,
  type SelectionSetNode,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { type FieldGroup, type Selection, isIncluded } from './collect-fields.ts';

/**
 * `info.selectionSetList`: paths below a field, parents before children, under their aliases. Below an interface only
 * the interface's own fields appear, below a union none: fragments on concrete types are left out, as on AppSync.
 */
export function listSelectionSet(selection: Selection, group: FieldGroup): readonly string[] {
  if (group.plan === undefined) return [];
  const paths = new Set<string>();
  const type = getNamedType(group.plan.definition.type);
  for (const node of group.nodes) {
    if (node.selectionSet !== undefined) addPaths(selection, node.selectionSet, { type, prefix: '', paths });
  }
  return [...paths];
}

interface Listing {
  readonly type: GraphQLNamedType;
  readonly prefix: string;
  readonly paths: Set<string>;
}

function addPaths(selection: Selection, set: SelectionSetNode, into: Listing): void {
  for (const node of set.selections) {
    if (!isIncluded(node, selection.variables)) continue;
    if (node.kind === Kind.FIELD) {
      const path = `${into.prefix}${(node.alias ?? node.name).value}`;
      const type = fieldType(into.type, node.name.value);
      const isListed = type !== undefined || node.name.value === '__typename';
      if (isListed) into.paths.add(path);
      if (type !== undefined && node.selectionSet !== undefined) {
        addPaths(selection, node.selectionSet, { type, prefix: `${path}/`, paths: into.paths });
      }
      continue;
    }
    const fragment =
      node.kind === Kind.INLINE_FRAGMENT ? node : selection.document.fragments.get(node.name.value);
    if (fragment === undefined) continue;
    const condition = fragment.typeCondition?.name.value;
    if (condition === undefined || isFlattened(selection, condition, into.type)) {
      addPaths(selection, fragment.selectionSet, into);
    }
  }
}

/** A fragment counts when it says nothing narrower than the type itself. */
function isFlattened(selection: Selection, condition: string, type: GraphQLNamedType): boolean {
  if (condition === type.name) return true;
  const conditional = selection.plan.schema.getType(condition);
  return (
    isObjectType(type) && isInterfaceType(conditional) && selection.plan.schema.isSubType(conditional, type)
  );
}

function fieldType(type: GraphQLNamedType, name: string): GraphQLNamedType | undefined {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  return field === undefined ? undefined : getNamedType(field.type);
}
