/**
 * Phase 3, analyze: supergraph -> FederationModel. For every (type, field): which subgraphs resolve it, with which
 * keys, `@requires` and `@provides`. Only the join directives are read: any composer's supergraph will do.
 */
import { buildASTSchema, isTypeDefinitionNode, Kind } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { FederationModel, KeyFieldSet, ObjectTypeModel } from '../model/federation-model.ts';
import { accessRequirements } from './access-requirements.ts';
import { analyzeField, fieldOwner, graphName } from './analyze-field.ts';
import type { FieldContext } from './analyze-field.ts';
import { createArgumentModels } from './argument-models.ts';
import { contextCarriers } from './context-carriers.ts';
import { createFieldSets } from './field-set.ts';
import { isFieldsNode } from './fields-by-graph.ts';
import type { FieldsNode } from './fields-by-graph.ts';
import { withInterfaceObjects } from './interface-objects.ts';
import { readGraphs, readJoinTypes } from './join-directives.ts';
import type { JoinType } from './join-directives.ts';
import { possibleTypes, possibleTypesIn } from './possible-types.ts';
import { rootTypes } from './root-types.ts';

export interface AnalyzableSupergraph {
  readonly document: DocumentNode;
  readonly apiDocument: DocumentNode;
}

export function analyzeSupergraph(supergraph: AnalyzableSupergraph): FederationModel {
  const { document, apiDocument } = supergraph;
  const graphs = readGraphs(document);
  const nodes = document.definitions.filter(isFieldsNode);
  const possible = possibleTypes(document);
  const context: FieldContext = {
    graphs,
    objects: new Set(
      nodes.flatMap(({ kind, name }) => (kind === Kind.OBJECT_TYPE_DEFINITION ? [name.value] : [])),
    ),
    abstracts: possible,
    argumentsOf: createArgumentModels(document),
    fieldSetOf: createFieldSets(),
  };
  const { query, mutation, subscription } = rootTypes(document);
  const roots = new Set([query, mutation, subscription].flatMap((name) => name ?? []));
  const types = new Map(nodes.map((node) => [node.name.value, analyzeType(node, context, roots)]));
  let schema: GraphQLSchema | undefined;
  return {
    subgraphs: [...graphs.values()].map(({ name }) => name).sort(),
    urls: new Map([...graphs.values()].flatMap(({ name, url }) => (url === '' ? [] : [[name, url]]))),
    schema: () => (schema ??= buildASTSchema(apiDocument, { assumeValidSDL: true })),
    rootTypes: rootTypes(apiDocument),
    types: withInterfaceObjects(types, nodes),
    possibleTypes: possible,
    possibleTypesIn: possibleTypesIn(document, { graphs, types, possible }),
    visibleTypes: new Map(
      apiDocument.definitions.filter(isTypeDefinitionNode).map((node) => [node.name.value, node]),
    ),
    access: accessRequirements(document),
    contexts: contextCarriers(document),
  };
}

function analyzeType(node: FieldsNode, context: FieldContext, roots: ReadonlySet<string>): ObjectTypeModel {
  const name = node.name.value;
  const joinTypes: JoinType[] = readJoinTypes(node).map((join) => ({
    ...join,
    graph: graphName(context, join.graph),
  }));
  const keys = new Map<string, KeyFieldSet[]>();
  for (const { graph, key, isResolvable } of joinTypes) {
    const known = keys.get(graph) ?? [];
    const more = key === undefined ? [] : [{ ...context.fieldSetOf(key), isResolvable, askedAs: name }];
    keys.set(graph, [...known, ...more]);
  }
  const sortedKeys = new Map([...keys].sort(([a], [b]) => (a < b ? -1 : 1)));
  const interfaceObjectIn = joinTypes.filter((join) => join.isInterfaceObject).map(({ graph }) => graph);
  const owner = fieldOwner(name, [...sortedKeys.keys()]);
  return {
    name,
    kind: node.kind === Kind.OBJECT_TYPE_DEFINITION ? 'object' : 'interface',
    isRoot: roots.has(name),
    keys: sortedKeys,
    interfaceObjectIn: new Set(interfaceObjectIn),
    fields: new Map(
      (node.fields ?? []).map((field) => [field.name.value, analyzeField(field, owner, context)]),
    ),
  };
}
