/** What one subgraph says of a type, its extensions included. */
import { Kind } from 'graphql';
import type {
  ConstDirectiveNode,
  DefinitionNode,
  DocumentNode,
  EnumValueDefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  NamedTypeNode,
  StringValueNode,
  TypeDefinitionNode,
  TypeExtensionNode,
} from 'graphql';

export interface NamedDocument {
  readonly name: string;
  readonly document: DocumentNode;
}

export type TypeKind = 'object' | 'interface' | 'union' | 'enum' | 'input' | 'scalar';
export type TypeNode = TypeDefinitionNode | TypeExtensionNode;

/** Directives of this name in the specification, whatever the subgraph calls them. */
export type FindDirectives = (
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
) => readonly ConstDirectiveNode[];

export interface TypePart {
  readonly subgraph: string;
  readonly kind: TypeKind;
  /** The first definition or extension, for its place. */
  readonly node: TypeNode;
  readonly description: StringValueNode | undefined;
  readonly directives: readonly ConstDirectiveNode[];
  readonly findDirectives: FindDirectives;
  /** Of objects and interfaces. */
  readonly fields: ReadonlyMap<string, FieldDefinitionNode>;
  readonly inputFields: ReadonlyMap<string, InputValueDefinitionNode>;
  readonly values: ReadonlyMap<string, EnumValueDefinitionNode>;
  readonly members: ReadonlyMap<string, NamedTypeNode>;
  readonly interfaces: ReadonlySet<string>;
}

/** @param nodes - definition and extensions of one type in one subgraph, in order; at least one */
export function typePart(
  subgraph: string,
  nodes: readonly [TypeNode, ...TypeNode[]],
  findDirectives: FindDirectives,
): TypePart {
  const [first] = nodes;
  const members: Members = {
    fields: new Map(),
    inputFields: new Map(),
    values: new Map(),
    members: new Map(),
    interfaces: new Set(),
  };
  for (const node of nodes) addMembers(members, node);
  return {
    subgraph,
    kind: kindOf(first) ?? 'scalar',
    node: first,
    description: firstDescription(nodes),
    directives: nodes.flatMap((node) => node.directives ?? []),
    findDirectives,
    ...members,
  };
}

function firstDescription(nodes: readonly TypeNode[]): StringValueNode | undefined {
  const described = nodes.find((node) => 'description' in node && node.description !== undefined);
  return described !== undefined && 'description' in described ? described.description : undefined;
}

interface Members {
  readonly fields: Map<string, FieldDefinitionNode>;
  readonly inputFields: Map<string, InputValueDefinitionNode>;
  readonly values: Map<string, EnumValueDefinitionNode>;
  readonly members: Map<string, NamedTypeNode>;
  readonly interfaces: Set<string>;
}

function addMembers(part: Members, node: TypeNode): void {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      for (const { name } of node.interfaces ?? []) part.interfaces.add(name.value);
      addByName(part.fields, node.fields);
      return;
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      addByName(part.inputFields, node.fields);
      return;
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION:
      addByName(part.values, node.values);
      return;
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.UNION_TYPE_EXTENSION:
      addByName(part.members, node.types);
      return;
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.SCALAR_TYPE_EXTENSION:
      return;
  }
}

function addByName<Node extends { readonly name: { readonly value: string } }>(
  known: Map<string, Node>,
  nodes: readonly Node[] | undefined,
): void {
  for (const node of nodes ?? []) known.set(node.name.value, node);
}

/** @returns undefined for a node that is no type */
export function kindOf(node: DefinitionNode): TypeKind | undefined {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
      return 'object';
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      return 'interface';
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.UNION_TYPE_EXTENSION:
      return 'union';
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION:
      return 'enum';
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return 'input';
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.SCALAR_TYPE_EXTENSION:
      return 'scalar';
    default:
      return undefined;
  }
}

/** True when the subgraph has the field but does not resolve it. */
export function isExternal(part: TypePart, field: FieldDefinitionNode): boolean {
  return (
    part.findDirectives(part.directives, 'external').length > 0 ||
    part.findDirectives(field.directives, 'external').length > 0
  );
}
