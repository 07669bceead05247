/**
 * One field may be nullable in one subgraph and not in another, at any level of its lists: the API has null where one
 * of them may. The composition library sees that at the outermost levels only, and refuses the rest (0.27.0): so the
 * types of such fields are made equal before. One of them must be the loosest at every level: `[Int!]` and `[Int]!` are
 * a fault. See Federation, "Differing shared fields", return types.
 */
import { Kind } from 'graphql';
import type {
  ConstDirectiveNode,
  DefinitionNode,
  DocumentNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  InterfaceTypeExtensionNode,
  ObjectTypeDefinitionNode,
  ObjectTypeExtensionNode,
  TypeNode,
} from 'graphql';
import { typeText } from '../model/type-reference.ts';

interface Composable {
  readonly typeDefs: DocumentNode;
}

/** @returns the services, with list types that differ by nulls alone replaced by the loosest */
export function loosenListTypes<Service extends Composable>(services: readonly Service[]): Service[] {
  const loosest = loosestTypes(services.map(({ typeDefs }) => typeDefs));
  if (loosest.size === 0) return [...services];
  return services.map((service) => ({ ...service, typeDefs: withTypes(service.typeDefs, loosest) }));
}

/** `Type.field` -> the loosest of its types; only list types that differ by nulls alone. */
function loosestTypes(documents: readonly DocumentNode[]): ReadonlyMap<string, TypeNode> {
  const loosest = new Map<string, TypeNode>();
  for (const [coordinate, all] of listTypes(documents)) {
    const texts = new Set(all.map(typeText));
    if (texts.size < 2) continue;
    const [first, ...others] = all;
    const type = others.reduce<TypeNode | undefined>((known, one) => known && looser(known, one), first);
    if (type !== undefined && texts.has(typeText(type))) loosest.set(coordinate, type);
  }
  return loosest;
}

function listTypes(documents: readonly DocumentNode[]): ReadonlyMap<string, readonly TypeNode[]> {
  const types = new Map<string, TypeNode[]>();
  for (const node of withNamesakes(
    documents.flatMap(({ definitions }) => definitions.filter(isFieldsNode)),
  )) {
    for (const field of node.fields ?? []) {
      if (!isOwnList(field)) continue;
      const coordinate = `${node.name.value}.${field.name.value}`;
      const known = types.get(coordinate);
      if (known === undefined) types.set(coordinate, [field.type]);
      else known.push(field.type);
    }
  }
  return types;
}

/** Types that several subgraphs have: others can't differ. */
function withNamesakes(nodes: readonly FieldsNode[]): readonly FieldsNode[] {
  const seen = new Set<string>();
  const several = new Set<string>();
  for (const { name } of nodes) (seen.has(name.value) ? several : seen).add(name.value);
  return nodes.filter(({ name }) => several.has(name.value));
}

function withTypes(document: DocumentNode, types: ReadonlyMap<string, TypeNode>): DocumentNode {
  const definitions = document.definitions.map((node) => {
    if (!isFieldsNode(node)) return node;
    const fields = (node.fields ?? []).map((field) => {
      const type = isOwnList(field) ? types.get(`${node.name.value}.${field.name.value}`) : undefined;
      return type === undefined ? field : { ...field, type };
    });
    return { ...node, fields };
  });
  return { ...document, definitions };
}

type FieldsNode =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode;

function isFieldsNode(node: DefinitionNode): node is FieldsNode {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.OBJECT_TYPE_EXTENSION ||
    node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    node.kind === Kind.INTERFACE_TYPE_EXTENSION
  );
}

/** What is external has no say. */
function isOwnList({ type, directives }: FieldDefinitionNode): boolean {
  return isList(type) && directives?.some(isExternalDirective) !== true;
}

function isExternalDirective({ name }: ConstDirectiveNode): boolean {
  return name.value === 'external' || name.value === 'federation__external';
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE;
}

/** The type that has null wherever one of both has; undefined when they differ otherwise. */
function looser(one: TypeNode, other: TypeNode): TypeNode | undefined {
  if (one.kind === Kind.NON_NULL_TYPE && other.kind === Kind.NON_NULL_TYPE) {
    const type = looser(one.type, other.type);
    return type === undefined || type.kind === Kind.NON_NULL_TYPE ? type : { ...one, type };
  }
  if (one.kind === Kind.NON_NULL_TYPE) return looser(one.type, other);
  if (other.kind === Kind.NON_NULL_TYPE) return looser(one, other.type);
  if (one.kind === Kind.LIST_TYPE && other.kind === Kind.LIST_TYPE) {
    const type = looser(one.type, other.type);
    return type === undefined ? undefined : { ...one, type };
  }
  return one.kind === Kind.NAMED_TYPE && other.kind === Kind.NAMED_TYPE && one.name.value === other.name.value
    ? one
    : undefined;
}
