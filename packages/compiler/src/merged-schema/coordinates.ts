/** Fields and arguments by schema coordinate, with the subgraphs that have them: only those that several have. */
import type { ASTNode, FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';
import { readOnce } from '../model/read-once.ts';
import type { MergedSchema } from './merged-schema.ts';
import { isExternalField, isExternalType } from './type-part.ts';
import type { FindDirectives, TypePart } from './type-part.ts';

export interface PlacedNode<Node extends ASTNode> {
  readonly subgraph: string;
  readonly node: Node;
  readonly findDirectives: FindDirectives;
}

type ByCoordinate<Node extends ASTNode> = ReadonlyMap<string, readonly PlacedNode<Node>[]>;

/** `Type.field` of objects and interfaces, where several subgraphs resolve it. */
export const fieldsByCoordinate = readOnce(collectFields);

/** `Type.field(argument:)`, and `Input.field` of input types, where several subgraphs have it. */
export const argumentsByCoordinate = readOnce(collectArguments);

function collectFields({ sharedTypes }: MergedSchema): ByCoordinate<FieldDefinitionNode> {
  const found = new Map<string, readonly PlacedNode<FieldDefinitionNode>[]>();
  for (const { name, parts } of sharedTypes) {
    for (const [field, placed] of sharedMembers(parts, resolvedFields)) found.set(`${name}.${field}`, placed);
  }
  return found;
}

function resolvedFields(part: TypePart): readonly FieldDefinitionNode[] {
  if (isExternalType(part)) return [];
  return [...part.fields.values()].filter((field) => !isExternalField(part, field));
}

function collectArguments(schema: MergedSchema): ByCoordinate<InputValueDefinitionNode> {
  const found = new Map<string, readonly PlacedNode<InputValueDefinitionNode>[]>();
  for (const [coordinate, placed] of fieldsByCoordinate(schema)) {
    for (const [argument, places] of sharedMembers(placed, ({ node }) => node.arguments ?? []))
      found.set(`${coordinate}(${argument}:)`, places);
  }
  for (const { name, parts } of schema.sharedTypes) {
    for (const [field, placed] of sharedMembers(parts, ({ inputFields }) => inputFields.values()))
      found.set(`${name}.${field}`, placed);
  }
  return found;
}

interface Place {
  readonly subgraph: string;
  readonly findDirectives: FindDirectives;
}

type NamedNode = ASTNode & { readonly name: { readonly value: string } };

/** Name -> the members of that name; only those that several places have. */
function sharedMembers<Owner extends Place, Node extends NamedNode>(
  owners: readonly Owner[],
  membersOf: (owner: Owner) => Iterable<Node>,
): readonly (readonly [string, readonly PlacedNode<Node>[]])[] {
  // Most members have one owner: nothing is made for those.
  const placed = owners.map((owner) => ({ owner, nodes: [...membersOf(owner)] }));
  const seen = new Set<string>();
  const found = new Map<string, PlacedNode<Node>[]>();
  for (const { name } of placed.flatMap(({ nodes }) => nodes)) {
    if (seen.has(name.value)) found.set(name.value, []);
    seen.add(name.value);
  }
  if (found.size === 0) return [];
  for (const { owner, nodes } of placed) {
    const { subgraph, findDirectives } = owner;
    for (const node of nodes) found.get(node.name.value)?.push({ subgraph, node, findDirectives });
  }
  return [...found];
}
