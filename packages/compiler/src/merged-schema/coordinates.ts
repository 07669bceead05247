/** Fields and arguments by schema coordinate, with the subgraphs that have them: of types that several have. */
import type { ASTNode, FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';
import type { MergedSchema } from './merged-schema.ts';
import { isExternal } from './type-part.ts';
import type { FindDirectives } from './type-part.ts';

export interface PlacedNode<Node extends ASTNode> {
  readonly subgraph: string;
  readonly node: Node;
  readonly findDirectives: FindDirectives;
}

type ByCoordinate<Node extends ASTNode> = ReadonlyMap<string, readonly PlacedNode<Node>[]>;

/** `Type.field` of objects and interfaces, where a subgraph resolves it. */
export const fieldsByCoordinate = collectedOnce(collectFields);

/** `Type.field(argument:)`, and `Input.field` of input types. */
export const argumentsByCoordinate = collectedOnce(collectArguments);

/** Several rules look at the same schema, one after the other. */
function collectedOnce<Value>(collect: (schema: MergedSchema) => Value): (schema: MergedSchema) => Value {
  const known = new WeakMap<MergedSchema, Value>();
  return (schema) => {
    const found = known.get(schema) ?? collect(schema);
    known.set(schema, found);
    return found;
  };
}

function collectFields({ sharedTypes }: MergedSchema): ByCoordinate<FieldDefinitionNode> {
  const found = new Map<string, PlacedNode<FieldDefinitionNode>[]>();
  for (const { name, parts } of sharedTypes) {
    for (const part of parts) {
      const { subgraph, findDirectives } = part;
      for (const node of part.fields.values()) {
        if (!isExternal(part, node))
          add(found, `${name}.${node.name.value}`, { subgraph, node, findDirectives });
      }
    }
  }
  return found;
}

function collectArguments(schema: MergedSchema): ByCoordinate<InputValueDefinitionNode> {
  const found = new Map<string, PlacedNode<InputValueDefinitionNode>[]>();
  for (const [coordinate, placed] of fieldsByCoordinate(schema)) {
    for (const { subgraph, node: field, findDirectives } of placed) {
      for (const node of field.arguments ?? [])
        add(found, `${coordinate}(${node.name.value}:)`, { subgraph, node, findDirectives });
    }
  }
  for (const { name, parts } of schema.sharedTypes) {
    for (const { subgraph, inputFields, findDirectives } of parts) {
      for (const node of inputFields.values())
        add(found, `${name}.${node.name.value}`, { subgraph, node, findDirectives });
    }
  }
  return found;
}

function add<Node extends ASTNode>(
  found: Map<string, PlacedNode<Node>[]>,
  coordinate: string,
  placed: PlacedNode<Node>,
): void {
  const known = found.get(coordinate);
  if (known === undefined) found.set(coordinate, [placed]);
  else known.push(placed);
}
