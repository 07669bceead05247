/** Fields and arguments by schema coordinate, with the subgraphs that have them: only those that several have. */
import type { ASTNode, FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';
import { readOnce } from '../model/read-once.ts';
import type { MergedSchema } from './merged-schema.ts';
import { isExternal } from './type-part.ts';
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
  return [...part.fields.values()].filter((field) => !isExternal(part, field));
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
  const found = new Map<string, PlacedNode<Node>[]>();
  for (const owner of owners) {
    const { subgraph, findDirectives } = owner;
    for (const node of membersOf(owner)) {
      const known = found.get(node.name.value);
      const placed = { subgraph, node, findDirectives };
      if (known === undefined) found.set(node.name.value, [placed]);
      else known.push(placed);
    }
  }
  return [...found].filter(([, placed]) => placed.length > 1);
}
