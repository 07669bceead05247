/** What the adapter of a GraphQL-over-HTTP subgraph must know of its schema, read off the supergraph. */
import { Kind, print } from 'graphql';
import type {
  DocumentNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
  UnionTypeDefinitionNode,
} from 'graphql';
import type { FieldShape, ObjectShape, SubgraphShape, TypeShape } from '@tributary/http-subgraph';
import type { CarriedContext } from '../model/federation-model.ts';
import { contextCarriers } from './context-carriers.ts';
import type { JoinField } from './join-directives.ts';
import {
  readGraphs,
  readJoinFields,
  readJoinImplements,
  readJoinTypes,
  readJoinUnionMembers,
} from './join-directives.ts';
import { fieldSetText, parseFieldSet } from './field-set.ts';
import { ownPart, requiredOf } from './required-of.ts';

type CompositeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode | UnionTypeDefinitionNode;
type FieldsNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

interface ShapeContext {
  readonly graph: string;
  readonly composites: ReadonlyMap<string, CompositeNode>;
  readonly contexts: ReadonlyMap<string, readonly CarriedContext[]>;
}

/**
 * @param supergraph - with its join directives; composed here or elsewhere
 * @param subgraph - name of the subgraph
 */
export function subgraphShape(supergraph: DocumentNode, subgraph: string): SubgraphShape {
  const graphs = [...readGraphs(supergraph)];
  const graph = graphs.find(([, { name }]) => name === subgraph)?.[0] ?? subgraph;
  const nodes = supergraph.definitions.filter(isComposite);
  const context: ShapeContext = {
    graph,
    composites: new Map(nodes.map((node) => [node.name.value, node])),
    contexts: contextCarriers(supergraph),
  };
  const types = nodes
    .filter((node) => readJoinTypes(node).some((join) => join.graph === graph))
    .map((node): [string, TypeShape] => [node.name.value, typeShape(node, context)]);
  const shape: SubgraphShape = { types: Object.fromEntries(types) };
  return {
    types: Object.fromEntries(
      types.map(([name, type]) => [name, withRequired(name, type, { shape, context })]),
    ),
  };
}

function isComposite(node: DocumentNode['definitions'][number]): node is CompositeNode {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    node.kind === Kind.UNION_TYPE_DEFINITION
  );
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
    fields: fieldShapes(node, graph),
    keys,
    requires: {},
    ...(node.kind === Kind.INTERFACE_TYPE_DEFINITION ? { isInterfaceObject: true } : {}),
    supertypes: supertypes(node, context),
  };
}

/** Object types that implement the interface in this subgraph; implementations of an implementing interface included. */
function implementations(interfaceName: string, { graph, composites }: ShapeContext): readonly string[] {
  return [...composites.values()]
    .filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter((node) =>
      readJoinImplements(node).some((join) => join.graph === graph && join.name === interfaceName),
    )
    .map((node) => node.name.value)
    .sort();
}

/** For an `@interfaceObject` also the object types that it stands for: fragments on them are fragments on it. */
function supertypes(node: FieldsNode, { composites }: ShapeContext): readonly string[] {
  const name = node.name.value;
  const interfaces = (node.interfaces ?? []).map((one) => one.name.value);
  const unions = [...composites.values()].flatMap((other) =>
    other.kind === Kind.UNION_TYPE_DEFINITION && other.types?.some((type) => type.name.value === name)
      ? [other.name.value]
      : [],
  );
  const objects = [...composites.values()].flatMap((other) =>
    other.kind === Kind.OBJECT_TYPE_DEFINITION && other.interfaces?.some((one) => one.name.value === name)
      ? [other.name.value]
      : [],
  );
  return [...interfaces, ...unions, ...objects].sort();
}

function fieldShapes(node: FieldsNode, graph: string): Record<string, FieldShape> {
  return Object.fromEntries(
    (node.fields ?? []).flatMap((field): [string, FieldShape][] => {
      const join = joinIn(field, graph);
      return join === undefined ? [] : [[field.name.value, fieldShape(field, join)]];
    }),
  );
}

/** How the subgraph has the field; undefined: it has not, or another subgraph took it over for good. */
function joinIn(field: FieldDefinitionNode, graph: string): Partial<JoinField> | undefined {
  const joins = readJoinFields(field);
  if (joins.length === 0) return {};
  return joins.find(
    (join) => join.graph === graph && !(join.isUsedOverridden && join.overrideLabel === undefined),
  );
}

function fieldShape(field: FieldDefinitionNode, join: Partial<JoinField>): FieldShape {
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
    ...(contextual.length === 0 ? {} : { isContextual: true }),
    ...(join.isExternal === true ? { isExternal: true } : {}),
    ...(join.provides === undefined ? {} : { provides: join.provides }),
    ...(join.requires === undefined ? {} : { requires: join.requires }),
  };
}

/** Adds what fields require of this subgraph: other subgraphs' fields, and its own by way of those. */
function withRequired(
  typeName: string,
  type: TypeShape,
  { shape, context }: { readonly shape: SubgraphShape; readonly context: ShapeContext },
): TypeShape {
  const node = context.composites.get(typeName);
  if (type.kind === 'abstract' || node === undefined || node.kind === Kind.UNION_TYPE_DEFINITION) return type;
  return {
    ...type,
    keys: [...new Set([...type.keys, ...keysOfOthers(node, type, { shape, context })])],
    requires: requiresOf(node, type, { shape, context }),
  };
}

/** What this subgraph has of the keys of those that share none with it: a third subgraph may complete them. */
function keysOfOthers(
  node: FieldsNode,
  { keys }: ObjectShape,
  { shape, context }: { readonly shape: SubgraphShape; readonly context: ShapeContext },
): readonly string[] {
  const others = readJoinTypes(node).filter(({ graph }) => graph !== context.graph);
  const own = new Set(keys.map(normalized));
  return [...new Set(others.map(({ graph }) => graph))].flatMap((graph) => {
    const theirs = others.flatMap((join) =>
      join.graph === graph && join.key !== undefined ? [normalized(join.key)] : [],
    );
    if (theirs.some((key) => own.has(key))) return [];
    return theirs.map((key) => ownPart(key, node.name.value, shape)).filter((key) => key !== '');
  });
}

function normalized(fieldSet: string): string {
  return fieldSetText(parseFieldSet(fieldSet).selectionSet);
}

function requiresOf(
  node: FieldsNode,
  type: ObjectShape,
  { shape, context }: { readonly shape: SubgraphShape; readonly context: ShapeContext },
): Record<string, string> {
  // What an @interfaceObject requires is written at the interface.
  const above = (node.interfaces ?? []).flatMap(({ name }) => {
    const supertype = context.composites.get(name.value);
    return supertype?.kind === Kind.INTERFACE_TYPE_DEFINITION ? (supertype.fields ?? []) : [];
  });
  const requiresByField = new Map(
    (node.fields ?? []).map((field) => [
      field.name.value,
      [field, ...above.filter(({ name }) => name.value === field.name.value)]
        .flatMap((one) => readJoinFields(one))
        .flatMap(({ requires }) => (requires === undefined ? [] : [requires])),
    ]),
  );
  return Object.fromEntries(
    [...requiresByField.keys()].flatMap((name) => {
      const required = requiredOf(name, { typeName: node.name.value, requiresByField, shape });
      const field = type.fields[name];
      const isOwn = field !== undefined && field.isExternal !== true && field.requires === undefined;
      const carried = context.contexts.get(`${node.name.value}.${name}`) ?? [];
      const ofContexts = carried.flatMap(({ selection }) => {
        if (selection === undefined) return [];
        const own = ownPart(selection.text, node.name.value, shape);
        // What another subgraph has of it is asked for by the keys.
        return own === selection.text ? [own] : [own, ...type.keys];
      });
      const all = [...(isOwn ? [] : [required]), ...ofContexts].filter((text) => text !== '');
      return all.length === 0 ? [] : [[name, all.join(' ')]];
    }),
  );
}
