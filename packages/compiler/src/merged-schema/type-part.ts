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
  const members: Members = { ...NO_MEMBERS };
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

type Members = { -readonly [Name in keyof typeof NO_MEMBERS]: TypePart[Name] };

/** A type has members of one kind, and interfaces at most. */
const NO_MEMBERS = {
  fields: new Map<string, never>(),
  inputFields: new Map<string, never>(),
  values: new Map<string, never>(),
  members: new Map<string, never>(),
  interfaces: new Set<string>(),
} as const satisfies Partial<TypePart>;

function addMembers(part: Members, node: TypeNode): void {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      part.interfaces = withNames(part.interfaces, node.interfaces);
      part.fields = withMembers(part.fields, node.fields);
      return;
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      part.inputFields = withMembers(part.inputFields, node.fields);
      return;
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION:
      part.values = withMembers(part.values, node.values);
      return;
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.UNION_TYPE_EXTENSION:
      part.members = withMembers(part.members, node.types);
      return;
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.SCALAR_TYPE_EXTENSION:
      return;
  }
}

function withMembers<Node extends NamedNode>(
  known: ReadonlyMap<string, Node>,
  nodes: readonly Node[] = [],
): ReadonlyMap<string, Node> {
  if (nodes.length === 0) return known;
  const all = new Map(known);
  for (const node of nodes) all.set(node.name.value, node);
  return all;
}

function withNames(known: ReadonlySet<string>, nodes: readonly NamedNode[] = []): ReadonlySet<string> {
  return nodes.length === 0 ? known : new Set([...known, ...nodes.map(({ name }) => name.value)]);
}

interface NamedNode {
  readonly name: { readonly value: string };
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
  return isExternalType(part) || isExternalField(part, field);
}

/** True when the subgraph resolves none of the type's fields. */
export function isExternalType({ directives, findDirectives }: TypePart): boolean {
  return findDirectives(directives, 'external').length > 0;
}

/** True when the field itself says so. */
export function isExternalField({ findDirectives }: TypePart, { directives }: FieldDefinitionNode): boolean {
  return findDirectives(directives, 'external').length > 0;
}
