/** JavaScript that builds an entity's representation from an object that holds its key and required fields. */
import { Kind } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import type { FederationModel, FieldSet } from '../model/federation-model.ts';
import { literal, propertyKey } from './module-text.ts';

export interface RepresentationShape {
  readonly typeName: string;
  readonly keys: readonly FieldSet[];
  readonly requires: FieldSet | undefined;
}

/**
 * Statements that return the representation of `entity` by the first key whose fields are present; they fall through
 * when there is none. See Federation subgraph spec, "Query._entities".
 */
export function representationStatements(
  model: FederationModel,
  shape: RepresentationShape,
  indent: string,
): string {
  const { typeName, keys, requires } = shape;
  return keys
    .map((key) => {
      const condition = key.fieldNames.map((name) => `isPresent(entity.${name})`).join(' && ');
      const members = [
        `__typename: ${literal(typeName)}`,
        ...projectedMembers(model, { typeName, access: 'entity', selectionSet: key.selectionSet, depth: 0 }),
        ...(requires === undefined
          ? []
          : projectedMembers(model, {
              typeName,
              access: 'entity',
              selectionSet: requires.selectionSet,
              depth: 0,
            })),
      ];
      const distinct = [...new Set(members)];
      return `${indent}if (${condition}) {\n${indent}  return { ${distinct.join(', ')} };\n${indent}}\n`;
    })
    .join('');
}

interface Projection {
  readonly typeName: string;
  readonly access: string;
  readonly selectionSet: SelectionSetNode;
  readonly depth: number;
}

function projectedMembers(
  model: FederationModel,
  { typeName, access, selectionSet, depth }: Projection,
): string[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD || selection.name.value === '__typename') return [];
    const name = selection.name.value;
    const value = `${access}.${name}`;
    const field = model.types.get(typeName)?.fields.get(name);
    const isWhole =
      selection.selectionSet === undefined ||
      field === undefined ||
      selection.selectionSet.selections.some(({ kind }) => kind !== Kind.FIELD);
    // A selection with fragments on an abstract type is passed whole: it holds no more than its subgraph supplies.
    if (isWhole) return [`${propertyKey(name)}: ${value}`];
    const nested = { typeName: field.namedType, selectionSet: selection.selectionSet, depth: depth + 1 };
    return [`${propertyKey(name)}: ${projectedValue(model, { ...nested, access: value }, field.listDepth)}`];
  });
}

function projectedValue(model: FederationModel, projection: Projection, listDepth: number): string {
  const { access, depth } = projection;
  if (listDepth > 0) {
    const item = `item${depth}${listDepth}`;
    return `${access} && ${access}.map((${item}) => ${projectedValue(model, { ...projection, access: item }, listDepth - 1)})`;
  }
  return `${access} && ({ ${projectedMembers(model, projection).join(', ')} })`;
}
