import { Kind } from 'graphql';
import type { FieldNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import type { FederationModel } from '../model/federation-model.ts';
import { isLeftOut } from './read-selection.ts';
import type { Variables } from './read-selection.ts';

export interface FieldsOfType {
  readonly model: FederationModel;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
  /** Of an object type. */
  readonly typeName: string;
}

/** GraphQL spec, "Collect Fields", for one concrete type: fields by response key. */
export function collectFields(
  { model, fragments, variables, typeName }: FieldsOfType,
  selectionSets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const applies = (condition: string | undefined): boolean =>
    condition === undefined ||
    condition === typeName ||
    (model.possibleTypes.get(condition)?.includes(typeName) ?? false);
  const visit = (selectionSet: SelectionSetNode) => {
    for (const selection of selectionSet.selections) {
      if (isLeftOut(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment !== undefined && applies(fragment.typeCondition?.name.value)) visit(fragment.selectionSet);
    }
  };
  selectionSets.forEach(visit);
  return fields;
}
