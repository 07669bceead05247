/**
 * One field may be nullable in one subgraph and not in another, at any level of its lists: the API has null where one
 * of them may. The composition library sees that at the outermost levels only, and refuses the rest (0.27.0): so the
 * types of such fields are made equal before. One of them must be the loosest at every level: `[Int!]` and `[Int]!` are
 * a fault. See Federation, "Differing shared fields", return types.
 */
import { Kind, print } from 'graphql';
import type { ConstDirectiveNode, DocumentNode, FieldDefinitionNode, TypeNode } from 'graphql';

interface Composable {
  readonly typeDefs: DocumentNode;
}

/** @returns the services, with list types that differ by nulls alone replaced by the loosest */
export function loosenListTypes<Service extends Composable>(services: readonly Service[]): Service[] {
  const loosest = loosestTypes(services.map(({ typeDefs }) => typeDefs));
  if (loosest.size === 0) return [...services];
  return services.map((service) => ({
    ...service,
    typeDefs: mapListFields(service.typeDefs, (field, coordinate) => {
      const type = loosest.get(coordinate);
      return type === undefined ? field : { ...field, type };
    }),
  }));
}

/** `Type.field` -> the loosest of its types; only list types that differ by nulls alone. */
function loosestTypes(documents: readonly DocumentNode[]): ReadonlyMap<string, TypeNode> {
  const types = new Map<string, TypeNode[]>();
  for (const document of documents) {
    mapListFields(document, (field, coordinate) => {
      types.set(coordinate, [...(types.get(coordinate) ?? []), field.type]);
      return field;
    });
  }
  return new Map(
    [...types].flatMap(([coordinate, all]) => {
      const [first, ...others] = all;
      const type = others.reduce<TypeNode | undefined>((known, one) => known && looser(known, one), first);
      const isOneOfThem = type !== undefined && all.some((one) => print(one) === print(type));
      return isOneOfThem && others.length > 0 ? [[coordinate, type]] : [];
    }),
  );
}

/** Fields of object types and interfaces that are lists; what is external has no say. */
function mapListFields(
  document: DocumentNode,
  map: (field: FieldDefinitionNode, coordinate: string) => FieldDefinitionNode,
): DocumentNode {
  const mapped = <Node extends FieldsNode>(node: Node): Node => ({
    ...node,
    fields: (node.fields ?? []).map((field) => {
      const isExternal = field.directives?.some(isExternalDirective) === true;
      return isList(field.type) && !isExternal ? map(field, `${node.name.value}.${field.name.value}`) : field;
    }),
  });
  const definitions = document.definitions.map((node) => {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        return mapped(node);
      default:
        return node;
    }
  });
  return { ...document, definitions };
}

interface FieldsNode {
  readonly name: { readonly value: string };
  readonly fields?: readonly FieldDefinitionNode[] | undefined;
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
