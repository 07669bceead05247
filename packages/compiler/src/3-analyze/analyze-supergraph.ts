/**
 * Phase 3, analyze: supergraph -> FederationModel. For every (type, field): which subgraphs resolve it, with which
 * keys, `@requires` and `@provides`. Only the join directives are read: any composer's supergraph will do.
 */
import { buildASTSchema, isCompositeType, Kind } from 'graphql';
import type { DocumentNode, GraphQLNamedType, GraphQLSchema } from 'graphql';
import type { FederationModel, KeyFieldSet, ObjectTypeModel } from '../model/federation-model.ts';
import { accessRequirements } from './access-requirements.ts';
import { analyzeField, fieldOwner, graphName } from './analyze-field.ts';
import type { FieldContext } from './analyze-field.ts';
import { contextCarriers } from './context-carriers.ts';
import { createFieldSets } from './field-set.ts';
import { isFieldsNode } from './fields-by-graph.ts';
import type { FieldsNode } from './fields-by-graph.ts';
import { hidesNothing } from './hides-nothing.ts';
import { withInterfaceObjects } from './interface-objects.ts';
import { readGraphs, readJoinTypes } from './join-directives.ts';
import type { JoinType } from './join-directives.ts';
import { possibleTypes, possibleTypesIn } from './possible-types.ts';

export interface AnalyzableSupergraph {
  readonly document: DocumentNode;
  readonly apiDocument: DocumentNode;
}

export function analyzeSupergraph(supergraph: AnalyzableSupergraph): FederationModel {
  const { document, apiDocument } = supergraph;
  const schema = buildASTSchema(apiDocument, { assumeValidSDL: true });
  // The supergraph's own schema also knows @inaccessible fields, which keys and @requires may use.
  const wholeSchema = hidesNothing(document, apiDocument)
    ? schema
    : buildASTSchema(document, { assumeValidSDL: true });
  const graphs = readGraphs(document);
  const composites = new Set(Object.values(wholeSchema.getTypeMap()).flatMap(compositeName));
  const context: FieldContext = { graphs, wholeSchema, composites, fieldSetOf: createFieldSets() };
  const roots = rootNames(wholeSchema);
  const nodes = document.definitions.filter(isFieldsNode);
  const types = new Map(nodes.map((node) => [node.name.value, analyzeType(node, context, roots)]));
  const possible = possibleTypes(wholeSchema);
  return {
    subgraphs: [...graphs.values()].map(({ name }) => name).sort(),
    urls: new Map([...graphs.values()].flatMap(({ name, url }) => (url === '' ? [] : [[name, url]]))),
    schema,
    types: withInterfaceObjects(types, nodes),
    possibleTypes: possible,
    possibleTypesIn: possibleTypesIn(document, { graphs, types, possible }),
    namedTypes: schema.getTypeMap(),
    access: accessRequirements(document),
    contexts: contextCarriers(document),
  };
}

function compositeName(type: GraphQLNamedType): readonly string[] {
  return isCompositeType(type) ? [type.name] : [];
}

function rootNames(schema: GraphQLSchema): ReadonlySet<string> {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return new Set(roots.flatMap((type) => (type ? [type.name] : [])));
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
