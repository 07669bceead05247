/** The fields that a field set selects on one object type. */
import { Kind, print } from 'graphql';
import type { FieldNode, SelectionSetNode } from 'graphql';
import type { FederationModel } from './federation-model.ts';

export interface SelectedField {
  readonly name: string;
  /** The name, or the printed field with its arguments. */
  readonly storedAs: string;
  readonly node: FieldNode;
  readonly selectionSet: SelectionSetNode | undefined;
}

/** Fields for values of `typeName`, fragments on other types left out; a field that occurs twice is merged. */
export function selectedFields(
  model: FederationModel,
  selectionSet: SelectionSetNode,
  typeName: string,
): SelectedField[] {
  const found = new Map<string, SelectedField>();
  const visit = (set: SelectionSetNode) => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (doesApply(model, selection.typeCondition?.name.value, typeName)) visit(selection.selectionSet);
      } else if (selection.kind === Kind.FIELD && selection.name.value !== '__typename') {
        const storedAs = storageName(selection);
        const known = found.get(storedAs)?.selectionSet;
        found.set(storedAs, {
          name: selection.name.value,
          storedAs,
          node: selection,
          selectionSet: mergeSelections(known, selection.selectionSet),
        });
      }
    }
  };
  visit(selectionSet);
  return [...found.values()];
}

/** Both selections in one; undefined when there is none. */
export function mergeSelections(
  one: SelectionSetNode | undefined,
  other: SelectionSetNode | undefined,
): SelectionSetNode | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { kind: Kind.SELECTION_SET, selections: [...one.selections, ...other.selections] };
}

/** True when a fragment on `condition` applies to objects of type `typeName`. */
export function doesApply(model: FederationModel, condition: string | undefined, typeName: string): boolean {
  if (condition === undefined || condition === typeName) return true;
  return model.possibleTypes.get(condition)?.includes(typeName) ?? false;
}

/** Its name, or with its arguments as they are printed. */
export function storageName(field: FieldNode): string {
  if ((field.arguments ?? []).length === 0) return field.name.value;
  const { kind, name, arguments: args } = field;
  return print({ kind, name, ...(args === undefined ? {} : { arguments: args }) });
}
