/** The fields of a supergraph type by subgraph: what all subgraphs have is read once, not once for each of them. */
import { Kind } from 'graphql';
import type {
  DefinitionNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
} from 'graphql';
import { readJoinFields, readJoinTypes } from './join-directives.ts';
import type { JoinField } from './join-directives.ts';
import { readOnce } from '../model/read-once.ts';

export type FieldsNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

export function isFieldsNode(node: DefinitionNode): node is FieldsNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

export interface FieldInGraph {
  readonly field: FieldDefinitionNode;
  /** How the subgraph has it; empty where the supergraph does not say. */
  readonly join: Partial<JoinField>;
  /** How all subgraphs have it. */
  readonly joins: readonly JoinField[];
}

/** `join__Graph` value -> the fields that the subgraph has, in order; without those that another took over for good. */
export const fieldsByGraph = readOnce((node: FieldsNode): ReadonlyMap<string, readonly FieldInGraph[]> => {
  const fields = new Map<string, FieldInGraph[]>();
  for (const { graph } of readJoinTypes(node)) fields.set(graph, []);
  for (const field of node.fields ?? []) {
    const joins = readJoinFields(field);
    if (joins.length === 0) for (const known of fields.values()) known.push({ field, join: {}, joins });
    for (const join of joins) {
      const known = fields.get(join.graph ?? '');
      const isTaken = join.isUsedOverridden && join.overrideLabel === undefined;
      if (known !== undefined && !isTaken && known.at(-1)?.field !== field)
        known.push({ field, join, joins });
    }
  }
  return fields;
});
