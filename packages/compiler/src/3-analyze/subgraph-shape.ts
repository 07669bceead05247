/** What the adapter of a GraphQL-over-HTTP subgraph must know of its schema, read off the supergraph. */
import { Kind } from 'graphql';
import type { DocumentNode } from 'graphql';
import type { SubgraphShape, TypeShape } from '@tributary/http-subgraph';
import { indexComposites } from './composite-index.ts';
import type { CompositeIndex, CompositeNode } from './composite-index.ts';
import { contextCarriers } from './context-carriers.ts';
import { fieldShapes } from './field-shapes.ts';
import type { FieldsNode } from './fields-by-graph.ts';
import { readGraphs, readJoinImplements, readJoinTypes, readJoinUnionMembers } from './join-directives.ts';
import { typeRequirements } from './type-requirements.ts';
import { withKeys, withRequired } from './with-required.ts';

interface ShapeContext extends CompositeIndex {
  readonly graph: string;
}

type ShapeOf = (subgraph: string) => SubgraphShape;

/**
 * Reads the supergraph for the first subgraph that is asked for, once for the shapes of all.
 * @param supergraph - with its join directives; composed here or elsewhere
 * @returns the shape of a subgraph, by its name
 */
export function subgraphShapes(supergraph: DocumentNode): ShapeOf {
  let read: ShapeOf | undefined;
  return (subgraph) => (read ??= readShapes(supergraph))(subgraph);
}

function readShapes(supergraph: DocumentNode): ShapeOf {
  const graphs = new Map([...readGraphs(supergraph)].map(([graph, { name }]) => [name, graph]));
  const index = indexComposites(supergraph);
  const requirementsOf = typeRequirements(index.composites, contextCarriers(supergraph));
  return (subgraph) => {
    const graph = graphs.get(subgraph) ?? subgraph;
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
  const changed = Object.entries(types).flatMap(([name, type]) => {
    const other = change(type, name);
    return other === type ? [] : [[name, other] as const];
  });
  return { types: { ...types, ...Object.fromEntries(changed) } };
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

/**
 * For an `@interfaceObject` also the object types that it stands for, and what they implement or are members of: fragments
 * on them are fragments on it.
 */
function supertypes(node: FieldsNode, context: ShapeContext): readonly string[] {
  const { implementing, composites } = context;
  const standsFor = (implementing.get(node.name.value) ?? []).flatMap((name) => {
    const type = composites.get(name);
    return type?.kind === Kind.OBJECT_TYPE_DEFINITION ? [name, ...abstractTypesOf(type, context)] : [];
  });
  const all = new Set([...abstractTypesOf(node, context), ...standsFor]);
  return [...all].filter((name) => name !== node.name.value).sort();
}

function abstractTypesOf(
  { name, interfaces = [] }: FieldsNode,
  { unionsWith }: ShapeContext,
): readonly string[] {
  return [...interfaces.map((one) => one.name.value), ...(unionsWith.get(name.value) ?? [])];
}
