/**
 * Phase 3, analyze: supergraph -> FederationModel. For every (type, field): which subgraphs resolve it, with which
 * keys, `@requires` and `@provides`. Only the join directives are read: any composer's supergraph will do.
 */
import {
  buildASTSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
} from 'graphql';
import type {
  DocumentNode,
  FieldDefinitionNode,
  GraphQLField,
  GraphQLOutputType,
  GraphQLSchema,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
} from 'graphql';
import type {
  FederationModel,
  FieldModel,
  KeyFieldSet,
  ObjectTypeModel,
  OverrideCondition,
} from '../model/federation-model.ts';
import { accessRequirements } from './access-requirements.ts';
import { contextCarriers, contextProperty, hasContextArguments } from './context-carriers.ts';
import { parseFieldSet } from './field-set.ts';
import { withInterfaceObjects } from './interface-objects.ts';
import { readGraphs, readJoinFields, readJoinTypes } from './join-directives.ts';
import type { JoinField, JoinGraph, JoinType } from './join-directives.ts';
import { possibleTypes, possibleTypesIn } from './possible-types.ts';

export interface AnalyzableSupergraph {
  readonly document: DocumentNode;
  readonly apiDocument: DocumentNode;
}

type FieldsTypeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

export function analyzeSupergraph(supergraph: AnalyzableSupergraph): FederationModel {
  const schema = buildASTSchema(supergraph.apiDocument, { assumeValidSDL: true });
  // The supergraph's own schema also knows @inaccessible fields, which keys and @requires may use.
  const wholeSchema = buildASTSchema(supergraph.document, { assumeValidSDL: true });
  const graphs = readGraphs(supergraph.document);
  const context: AnalyzeContext = { graphs, wholeSchema, rootNames: rootNames(wholeSchema) };
  const nodes = supergraph.document.definitions.filter(
    (node): node is FieldsTypeNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const types = new Map(nodes.map((node) => [node.name.value, analyzeType(node, context)]));
  const possible = possibleTypes(wholeSchema);
  return {
    subgraphs: [...graphs.values()].map(({ name }) => name).sort(),
    urls: new Map([...graphs.values()].flatMap(({ name, url }) => (url === '' ? [] : [[name, url]]))),
    schema,
    types: withInterfaceObjects(types, nodes),
    possibleTypes: possible,
    possibleTypesIn: possibleTypesIn(supergraph.document, { graphs, types, possible }),
    namedTypes: schema.getTypeMap(),
    access: accessRequirements(supergraph.document),
    contexts: contextCarriers(supergraph.document),
  };
}

interface AnalyzeContext {
  readonly graphs: ReadonlyMap<string, JoinGraph>;
  readonly wholeSchema: GraphQLSchema;
  readonly rootNames: ReadonlySet<string>;
}

function rootNames(schema: GraphQLSchema): ReadonlySet<string> {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return new Set(roots.flatMap((type) => (type ? [type.name] : [])));
}

function analyzeType(node: FieldsTypeNode, context: AnalyzeContext): ObjectTypeModel {
  const name = node.name.value;
  const joinTypes: JoinType[] = readJoinTypes(node).map((join) => ({
    ...join,
    graph: graphName(context, join.graph),
  }));
  const keys = new Map<string, KeyFieldSet[]>();
  for (const { graph, key, isResolvable } of joinTypes) {
    const known = keys.get(graph) ?? [];
    const more = key === undefined ? [] : [{ ...parseFieldSet(key), isResolvable, askedAs: name }];
    keys.set(graph, [...known, ...more]);
  }
  const sortedKeys = new Map([...keys].sort(([a], [b]) => (a < b ? -1 : 1)));
  const interfaceObjectIn = joinTypes.filter((join) => join.isInterfaceObject).map(({ graph }) => graph);
  const owner = { typeName: name, subgraphs: [...sortedKeys.keys()] };
  return {
    name,
    kind: node.kind === Kind.OBJECT_TYPE_DEFINITION ? 'object' : 'interface',
    isRoot: context.rootNames.has(name),
    keys: sortedKeys,
    interfaceObjectIn: new Set(interfaceObjectIn),
    fields: new Map(
      (node.fields ?? []).map((field) => [field.name.value, analyzeField(field, owner, context)]),
    ),
  };
}

function analyzeField(
  node: FieldDefinitionNode,
  owner: { readonly typeName: string; readonly subgraphs: readonly string[] },
  context: AnalyzeContext,
): FieldModel {
  const { type, args } = outputField(context.wholeSchema, owner.typeName, node.name.value);
  const joinFields = readJoinFields(node);
  return {
    name: node.name.value,
    hasArguments: (node.arguments ?? []).length > 0 || hasContextArguments(node),
    namedType: getNamedType(type).name,
    listDepth: listDepth(type),
    isComposite: isCompositeType(getNamedType(type)),
    arguments: args,
    resolutions: resolutions(joinFields, owner.subgraphs, context),
    overriddenIn: joinFields.flatMap(({ override, overrideLabel }) =>
      override === undefined || overrideLabel !== undefined ? [] : [override],
    ),
  };
}

function resolutions(
  joinFields: readonly JoinField[],
  typeSubgraphs: readonly string[],
  context: AnalyzeContext,
): FieldModel['resolutions'] {
  if (joinFields.length === 0) {
    return typeSubgraphs.map((subgraph) => ({
      subgraph,
      requires: undefined,
      provides: undefined,
      condition: undefined,
      objectType: undefined,
      contextArguments: [],
    }));
  }
  return joinFields
    .filter(
      ({ graph, isExternal, isUsedOverridden, overrideLabel }) =>
        graph !== undefined && !isExternal && !(isUsedOverridden && overrideLabel === undefined),
    )
    .map((joinField) => ({
      subgraph: graphName(context, joinField.graph ?? ''),
      requires: joinField.requires === undefined ? undefined : parseFieldSet(joinField.requires),
      provides: joinField.provides === undefined ? undefined : parseFieldSet(joinField.provides),
      condition: conditionOf(joinField, joinFields, context),
      objectType: objectTypeOf(joinField, context),
      contextArguments: joinField.contextArguments.map((argument) => ({
        name: argument.name,
        storedAs: contextProperty(argument),
      })),
    }))
    .sort((a, b) => (a.subgraph < b.subgraph ? -1 : 1));
}

/** Undefined for the type that the API has, and for types that need not name the object type. */
function objectTypeOf({ type }: JoinField, { wholeSchema }: AnalyzeContext): string | undefined {
  if (type === undefined) return undefined;
  const name = type.replaceAll(/[[\]!]/g, '');
  return isObjectType(wholeSchema.getType(name)) ? name : undefined;
}

/** A label stands on the new owner's resolution, and not with all composers on the old one's. */
function conditionOf(
  { graph = '', override, overrideLabel }: JoinField,
  all: readonly JoinField[],
  context: AnalyzeContext,
): OverrideCondition | undefined {
  if (overrideLabel !== undefined) return { label: overrideLabel, isActive: override !== undefined };
  const taker = all.find((one) => one.override === graphName(context, graph));
  return taker?.overrideLabel === undefined ? undefined : { label: taker.overrideLabel, isActive: false };
}

function graphName({ graphs }: AnalyzeContext, graph: string): string {
  return graphs.get(graph)?.name ?? graph;
}

function outputField(
  schema: GraphQLSchema,
  typeName: string,
  fieldName: string,
): GraphQLField<unknown, unknown> {
  const type = schema.getType(typeName);
  const field =
    type !== undefined && type !== null && 'getFields' in type ? type.getFields()[fieldName] : undefined;
  if (field === undefined || !('args' in field))
    throw new Error(`Internal error: ${typeName}.${fieldName} has no type`);
  return field;
}

function listDepth(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listDepth(type.ofType);
  return isListType(type) ? 1 + listDepth(type.ofType) : 0;
}
