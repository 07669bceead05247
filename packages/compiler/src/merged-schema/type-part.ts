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

export function emptyPart(subgraph: string, node: TypeNode, findDirectives: FindDirectives): TypePart {
  return {
    subgraph,
    kind: kindOf(node) ?? 'scalar',
    node,
    description: undefined,
    directives: [],
    findDirectives,
    fields: new Map(),
    inputFields: new Map(),
    values: new Map(),
    members: new Map(),
    interfaces: new Set(),
  };
}

/** The part with what one more node says. */
export function withNode(part: TypePart, node: TypeNode): TypePart {
  const description = 'description' in node ? (part.description ?? node.description) : part.description;
  const common = { ...part, description, directives: [...part.directives, ...(node.directives ?? [])] };
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION: {
      const names = (node.interfaces ?? []).map(({ name }) => name.value);
      return {
        ...common,
        fields: byName(part.fields, node.fields),
        interfaces: new Set([...part.interfaces, ...names]),
      };
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return { ...common, inputFields: byName(part.inputFields, node.fields) };
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION:
      return { ...common, values: byName(part.values, node.values) };
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.UNION_TYPE_EXTENSION:
      return { ...common, members: byName(part.members, node.types) };
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.SCALAR_TYPE_EXTENSION:
      return common;
  }
}

function byName<Node extends { readonly name: { readonly value: string } }>(
  known: ReadonlyMap<string, Node>,
  nodes: readonly Node[] | undefined,
): ReadonlyMap<string, Node> {
  return new Map([...known, ...(nodes ?? []).map((node) => [node.name.value, node] as const)]);
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
