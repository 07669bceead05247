/** The composite types of a supergraph under what they are looked up by: name, subgraph, supertypes. */
import { Kind } from 'graphql';
import type {
  DefinitionNode,
  DocumentNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
  UnionTypeDefinitionNode,
} from 'graphql';
import { readJoinTypes } from './join-directives.ts';

export type CompositeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode | UnionTypeDefinitionNode;

/** Lists are in the order of the supergraph. */
export interface CompositeIndex {
  readonly composites: ReadonlyMap<string, CompositeNode>;
  /** `join__Graph` value -> the types that the subgraph has. */
  readonly byGraph: ReadonlyMap<string, readonly CompositeNode[]>;
  /** Type -> unions that it is a member of, in any subgraph. */
  readonly unionsWith: ReadonlyMap<string, readonly string[]>;
  /** Interface -> object types that implement it, in any subgraph. */
  readonly implementing: ReadonlyMap<string, readonly string[]>;
}

export function indexComposites(supergraph: DocumentNode): CompositeIndex {
  const composites = new Map<string, CompositeNode>();
  const byGraph = new Map<string, CompositeNode[]>();
  const unionsWith = new Map<string, string[]>();
  const implementing = new Map<string, string[]>();
  for (const node of supergraph.definitions) {
    if (!isComposite(node)) continue;
    const name = node.name.value;
    composites.set(name, node);
    for (const graph of new Set(readJoinTypes(node).map((join) => join.graph))) add(byGraph, graph, node);
    if (node.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const member of node.types ?? []) add(unionsWith, member.name.value, name);
    } else if (node.kind === Kind.OBJECT_TYPE_DEFINITION) {
      for (const one of node.interfaces ?? []) add(implementing, one.name.value, name);
    }
  }
  return { composites, byGraph, unionsWith, implementing };
}

function isComposite(node: DefinitionNode): node is CompositeNode {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    node.kind === Kind.UNION_TYPE_DEFINITION
  );
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
