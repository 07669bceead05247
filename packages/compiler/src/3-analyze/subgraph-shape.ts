/** What the adapter of a GraphQL-over-HTTP subgraph must know of its schema, read off the supergraph. */
import { Kind, print } from 'graphql';
import type {
  DocumentNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
} from 'graphql';
import type { FieldShape, SubgraphShape, TypeShape } from '@tributary/http-subgraph';
import { indexComposites } from './composite-index.ts';
import type { CompositeIndex, CompositeNode } from './composite-index.ts';
import { contextCarriers } from './context-carriers.ts';
import type { JoinField } from './join-directives.ts';
import {
  readGraphs,
  readJoinFields,
  readJoinImplements,
  readJoinTypes,
  readJoinUnionMembers,
} from './join-directives.ts';
import { typeRequirements } from './type-requirements.ts';
import { withKeys, withRequired } from './with-required.ts';

type FieldsNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

interface ShapeContext extends CompositeIndex {
  readonly graph: string;
}

/**
 * Reads the supergraph once, for the shapes of all its subgraphs.
 * @param supergraph - with its join directives; composed here or elsewhere
 * @returns the shape of a subgraph, by its name
 */
export function subgraphShapes(supergraph: DocumentNode): (subgraph: string) => SubgraphShape {
  const graphs = [...readGraphs(supergraph)];
  const index = indexComposites(supergraph);
  const requirementsOf = typeRequirements(index.composites, contextCarriers(supergraph));
  return (subgraph) => {
    const graph = graphs.find(([, { name }]) => name === subgraph)?.[0] ?? subgraph;
    const context: ShapeContext = { ...index, graph };
    const nodes = index.byGraph.get(graph) ?? [];
    const plain: SubgraphShape = {
      types: Object.fromEntries(nodes.map((node) => [node.name.value, typeShape(node, context)])),
    };
    const shape = mapTypes(plain, (type, name) =>
      withKeys(type, requirementsOf(name), { graph, shape: plain }),
    );
    // What is required inside other entities is pruned to all of their keys.
    return mapTypes(shape, (type, name) => withRequired(type, requirementsOf(name), shape));
  };
}

function mapTypes(
  { types }: SubgraphShape,
  change: (type: TypeShape, name: string) => TypeShape,
): SubgraphShape {
  return {
    types: Object.fromEntries(Object.entries(types).map(([name, type]) => [name, change(type, name)])),
  };
}

function typeShape(node: CompositeNode, context: ShapeContext): TypeShape {
  const { graph } = context;
  const name = node.name.value;
  if (node.kind === Kind.UNION_TYPE_DEFINITION) {
    const members = readJoinUnionMembers(node).filter((join) => join.graph === graph);
    return { kind: 'abstract', members: members.map((member) => member.name).sort() };
  }
  const joins = readJoinTypes(node).filter((join) => join.graph === graph);
  const isObject = node.kind === Kind.OBJECT_TYPE_DEFINITION || joins.some((join) => join.isInterfaceObject);
  if (!isObject) return { kind: 'abstract', members: implementations(name, context) };
  const keys = joins.flatMap(({ key }) => (key === undefined ? [] : [key]));
  return {
    kind: 'object',
    fields: fieldShapes(node, context, keys.length > 0),
    keys,
    requires: {},
    ...(node.kind === Kind.INTERFACE_TYPE_DEFINITION ? { isInterfaceObject: true } : {}),
    supertypes: supertypes(node, context),
  };
}

/** Object types that implement the interface in this subgraph; implementations of an implementing interface included. */
function implementations(interfaceName: string, { graph, byGraph }: ShapeContext): readonly string[] {
  return (byGraph.get(graph) ?? [])
    .filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter((node) =>
      readJoinImplements(node).some((join) => join.graph === graph && join.name === interfaceName),
    )
    .map((node) => node.name.value)
    .sort();
}

/** For an `@interfaceObject` also the object types that it stands for: fragments on them are fragments on it. */
function supertypes(node: FieldsNode, { unionsWith, implementing }: ShapeContext): readonly string[] {
  const name = node.name.value;
  const interfaces = (node.interfaces ?? []).map((one) => one.name.value);
  return [...interfaces, ...(unionsWith.get(name) ?? []), ...(implementing.get(name) ?? [])].sort();
}

function fieldShapes(
  node: FieldsNode,
  { graph, composites }: ShapeContext,
  isEntity: boolean,
): Record<string, FieldShape> {
  const graphs = readJoinTypes(node).length;
  return Object.fromEntries(
    (node.fields ?? []).flatMap((field): [string, FieldShape][] => {
      const join = joinIn(field, graph);
      if (join === undefined) return [];
      const isComposite = composites.has(print(field.type).replaceAll(/[[\]!]/g, ''));
      const isPlanned = isEntity && isComposite && isResolvedBySeveral(field, graphs);
      return [[field.name.value, fieldShape(field, join, isPlanned)]];
    }),
  );
}

/** Each may answer other parts of the value: its resolver is planned for the answer of one of them. */
function isResolvedBySeveral(field: FieldDefinitionNode, graphs: number): boolean {
  const joins = readJoinFields(field);
  if (joins.length === 0) return graphs > 1;
  return joins.filter(({ isExternal, isUsedOverridden }) => !isExternal && !isUsedOverridden).length > 1;
}

/** How the subgraph has the field; undefined: it has not, or another subgraph took it over for good. */
function joinIn(field: FieldDefinitionNode, graph: string): Partial<JoinField> | undefined {
  const joins = readJoinFields(field);
  if (joins.length === 0) return {};
  return joins.find(
    (join) => join.graph === graph && !(join.isUsedOverridden && join.overrideLabel === undefined),
  );
}

function fieldShape(field: FieldDefinitionNode, join: Partial<JoinField>, isPlanned: boolean): FieldShape {
  const args = field.arguments ?? [];
  const contextual = join.contextArguments ?? [];
  return {
    type: join.type ?? print(field.type),
    ...(args.length + contextual.length === 0
      ? {}
      : {
          arguments: Object.fromEntries([
            ...args.map((argument) => [argument.name.value, print(argument.type)] as const),
            ...contextual.map(({ name, type }) => [name, type] as const),
          ]),
        }),
    ...(contextual.length > 0 || (isPlanned && args.length > 0) ? { isContextual: true } : {}),
    ...(join.isExternal === true ? { isExternal: true } : {}),
    ...(join.provides === undefined ? {} : { provides: join.provides }),
    ...(join.requires === undefined ? {} : { requires: join.requires }),
  };
}
