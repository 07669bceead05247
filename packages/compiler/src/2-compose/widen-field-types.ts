/**
 * Where subgraphs return a union or interface and a member of it, the API has the more general type. The composition
 * library takes the member for some orders of the subgraphs, so that fragments on the others are refused (checked with
 * 0.27.0). Federation documentation, "Composition rules", "Differing shared field return types".
 */
import { Kind } from 'graphql';
import type {
  ConstArgumentNode,
  ConstDirectiveNode,
  ConstValueNode,
  DefinitionNode,
  DocumentNode,
  FieldDefinitionNode,
  TypeNode,
} from 'graphql';
import { fieldsByCoordinate } from '../merged-schema/coordinates.ts';
import { readOnce } from '../model/read-once.ts';
import { namedTypeOf, typeText } from '../model/type-reference.ts';
import { graphNames } from './correct-supergraph.ts';
import type { MergedSchema } from '../merged-schema/merged-schema.ts';

export interface WidenedField {
  readonly general: TypeNode;
  /** Subgraph -> the type that it has. */
  readonly types: ReadonlyMap<string, TypeNode>;
}

/** @returns `Type.field` -> the most general of its types; only fields whose types differ by more than nullability */
export function widestTypes(schema: MergedSchema): ReadonlyMap<string, WidenedField> {
  const widest = new Map<string, WidenedField>();
  for (const [coordinate, placed] of fieldsByCoordinate(schema)) {
    const names = placed.map(({ node }) => namedTypeOf(node.type));
    if (names.every((name) => name === names[0])) continue;
    const members = abstractTypes(schema);
    const types = new Map(placed.map(({ subgraph, node }) => [subgraph, node.type]));
    const all = [...types.values()];
    const general = all.find((type) => all.every((other) => isSubtype(other, type, members)));
    if (general !== undefined) widest.set(coordinate, { general, types });
  }
  return widest;
}

/** @returns the same document when there is nothing to widen */
export function widenFieldTypes(
  document: DocumentNode,
  widest: ReadonlyMap<string, WidenedField>,
): DocumentNode {
  if (widest.size === 0) return document;
  const graphs = graphNames(document);
  const widened = (typeName: string, field: FieldDefinitionNode): FieldDefinitionNode => {
    const found = widest.get(`${typeName}.${field.name.value}`);
    if (found === undefined) return field;
    return { ...field, type: found.general, directives: withOwnTypes(field, found, graphs) };
  };
  const definitions = document.definitions.map((node): DefinitionNode => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      return node;
    return { ...node, fields: (node.fields ?? []).map((field) => widened(node.name.value, field)) };
  });
  return { ...document, definitions };
}

/** Root fields that all subgraphs have come without `@join__field`, which says what type each of them has. */
function withOwnTypes(
  { directives = [] }: FieldDefinitionNode,
  { types }: WidenedField,
  graphs: ReadonlyMap<string, string>,
): readonly ConstDirectiveNode[] {
  if (graphs.size === 0 || directives.some(({ name }) => name.value === 'join__field')) return directives;
  const argument = (name: string, value: ConstValueNode): ConstArgumentNode => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: name },
    value,
  });
  const own = [...types].map(([subgraph, type]): ConstDirectiveNode => ({
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'join__field' },
    arguments: [
      argument('graph', { kind: Kind.ENUM, value: graphs.get(subgraph) ?? subgraph }),
      argument('type', { kind: Kind.STRING, value: typeText(type) }),
    ],
  }));
  return [...directives, ...own];
}

/** Union or interface -> its object types and the interfaces that implement it, in any subgraph. */
const abstractTypes = readOnce(({ types }: MergedSchema): ReadonlyMap<string, ReadonlySet<string>> => {
  const members = new Map<string, Set<string>>();
  const add = (abstractName: string, name: string) =>
    members.set(abstractName, (members.get(abstractName) ?? new Set()).add(name));
  for (const { name, parts } of types.values()) {
    for (const part of parts) {
      for (const member of part.members.keys()) add(name, member);
      for (const interfaceName of part.interfaces) add(interfaceName, name);
    }
  }
  return members;
});

/** GraphQL specification, "IsValidImplementationFieldType". */
function isSubtype(
  type: TypeNode,
  general: TypeNode,
  members: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) {
    const inner = general.kind === Kind.NON_NULL_TYPE ? general.type : general;
    return isSubtype(type.type, inner, members);
  }
  if (general.kind === Kind.NON_NULL_TYPE) return false;
  if (type.kind === Kind.LIST_TYPE || general.kind === Kind.LIST_TYPE) {
    return (
      type.kind === Kind.LIST_TYPE &&
      general.kind === Kind.LIST_TYPE &&
      isSubtype(type.type, general.type, members)
    );
  }
  const [name, generalName] = [type.name.value, general.name.value];
  return name === generalName || members.get(generalName)?.has(name) === true;
}
