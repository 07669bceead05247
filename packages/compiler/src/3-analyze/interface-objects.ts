/**
 * What a subgraph contributes to an interface as `@interfaceObject` belongs to every implementation: their models get
 * its keys and fields. The representation names the interface, since the subgraph does not know the implementations.
 */
import type { InterfaceTypeDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import type { FieldModel, ObjectTypeModel } from '../model/federation-model.ts';

type FieldsTypeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

export function withInterfaceObjects(
  types: ReadonlyMap<string, ObjectTypeModel>,
  nodes: readonly FieldsTypeNode[],
): ReadonlyMap<string, ObjectTypeModel> {
  const contributors = [...types.values()].filter(({ interfaceObjectIn }) => interfaceObjectIn.size > 0);
  if (contributors.length === 0) return types;
  const extended = new Map(types);
  for (const node of nodes) {
    const type = types.get(node.name.value);
    if (type === undefined || type.kind !== 'object') continue;
    const implemented = new Set((node.interfaces ?? []).map(({ name }) => name.value));
    const interfaces = contributors.filter(({ name }) => implemented.has(name));
    if (interfaces.length > 0) extended.set(type.name, interfaces.reduce(withContributions, type));
  }
  return extended;
}

function withContributions(type: ObjectTypeModel, contributor: ObjectTypeModel): ObjectTypeModel {
  const isContributing = (subgraph: string) =>
    contributor.interfaceObjectIn.has(subgraph) && !type.keys.has(subgraph);
  const keys = [...contributor.keys].filter(([subgraph]) => isContributing(subgraph));
  const fields = [...type.fields.values()].map((field): [string, FieldModel] => {
    const contributed = (contributor.fields.get(field.name)?.resolutions ?? []).filter(({ subgraph }) =>
      isContributing(subgraph),
    );
    const resolutions = [...field.resolutions, ...contributed].sort((a, b) =>
      a.subgraph < b.subgraph ? -1 : 1,
    );
    return [field.name, { ...field, resolutions }];
  });
  return {
    ...type,
    keys: new Map([...type.keys, ...keys].sort(([a], [b]) => (a < b ? -1 : 1))),
    fields: new Map(fields),
  };
}
