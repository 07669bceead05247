/**
 * Phase 3, analyze: supergraph -> FederationModel. For every (type, field): which subgraphs resolve it, with which
 * keys, `@requires` and `@provides`. Only what the API schema shows is analyzed, and what keys and `@requires` need.
 */
import {
  buildASTSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
} from 'graphql';
import type {
  DocumentNode,
  FieldDefinitionNode,
  GraphQLOutputType,
  GraphQLSchema,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
} from 'graphql';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FederationModel, FieldModel, KeyFieldSet, ObjectTypeModel } from '../model/federation-model.ts';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { parseFieldSet } from './field-set.ts';
import { readGraphNames, readJoinFields, readJoinTypes } from './join-directives.ts';
import type { JoinField, JoinType } from './join-directives.ts';

export interface AnalyzableSupergraph {
  readonly document: DocumentNode;
  readonly apiDocument: DocumentNode;
}

type FieldsTypeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

export function analyzeSupergraph(supergraph: AnalyzableSupergraph): Result<FederationModel> {
  const schema = buildASTSchema(supergraph.apiDocument, { assumeValidSDL: true });
  // The supergraph's own schema also knows @inaccessible fields, which keys and @requires may use.
  const wholeSchema = buildASTSchema(supergraph.document, { assumeValidSDL: true });
  const graphNames = readGraphNames(supergraph.document);
  const types = new Map<string, ObjectTypeModel>();
  const diagnostics: Diagnostic[] = [];
  for (const node of supergraph.document.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const joinTypes = readJoinTypes(node).map((join) => ({
      ...join,
      graph: graphNames.get(join.graph) ?? join.graph,
    }));
    diagnostics.push(...checkSupported(node, joinTypes));
    types.set(node.name.value, analyzeType(node, joinTypes, { graphNames, wholeSchema }));
  }
  if (diagnostics.length > 0) return err(diagnostics);
  return ok({
    subgraphs: [...graphNames.values()].sort(),
    schema,
    types,
    possibleTypes: possibleTypes(schema),
    namedTypes: schema.getTypeMap(),
  });
}

/** Refuses what the planner would answer wrongly. */
function checkSupported(node: FieldsTypeNode, joinTypes: readonly JoinType[]): Diagnostic[] {
  const place = node.name.value;
  if (joinTypes.some(({ isInterfaceObject }) => isInterfaceObject)) {
    return [createDiagnostic('APPSYNC_FEATURE_NOT_SUPPORTED', { feature: '@interfaceObject', place })];
  }
  if (node.kind === Kind.INTERFACE_TYPE_DEFINITION && joinTypes.some(({ key }) => key !== undefined)) {
    return [createDiagnostic('APPSYNC_FEATURE_NOT_SUPPORTED', { feature: '@key on an interface', place })];
  }
  return (node.fields ?? []).flatMap((field) =>
    readJoinFields(field).some(({ overrideLabel }) => overrideLabel !== undefined)
      ? [
          createDiagnostic('APPSYNC_FEATURE_NOT_SUPPORTED', {
            feature: '@override(label:)',
            place: `${place}.${field.name.value}`,
          }),
        ]
      : [],
  );
}

interface AnalyzeContext {
  readonly graphNames: ReadonlyMap<string, string>;
  readonly wholeSchema: GraphQLSchema;
}

function analyzeType(
  node: FieldsTypeNode,
  joinTypes: readonly JoinType[],
  context: AnalyzeContext,
): ObjectTypeModel {
  const name = node.name.value;
  const keys = new Map<string, KeyFieldSet[]>();
  for (const { graph, key, isResolvable } of joinTypes) {
    const known = keys.get(graph) ?? [];
    keys.set(graph, key === undefined ? known : [...known, { ...parseFieldSet(key), isResolvable }]);
  }
  const sortedKeys = new Map([...keys].sort(([a], [b]) => (a < b ? -1 : 1)));
  const rootTypes = [
    context.wholeSchema.getQueryType(),
    context.wholeSchema.getMutationType(),
    context.wholeSchema.getSubscriptionType(),
  ];
  return {
    name,
    kind: node.kind === Kind.OBJECT_TYPE_DEFINITION ? 'object' : 'interface',
    isRoot: rootTypes.some((type) => type?.name === name),
    keys: sortedKeys,
    fields: new Map(
      (node.fields ?? []).map((field) => [
        field.name.value,
        analyzeField(field, { typeName: name, subgraphs: [...sortedKeys.keys()] }, context),
      ]),
    ),
  };
}

function analyzeField(
  node: FieldDefinitionNode,
  owner: { readonly typeName: string; readonly subgraphs: readonly string[] },
  context: AnalyzeContext,
): FieldModel {
  const joinFields = readJoinFields(node);
  const type = outputType(context.wholeSchema, owner.typeName, node.name.value);
  return {
    name: node.name.value,
    hasArguments: (node.arguments ?? []).length > 0,
    namedType: getNamedType(type).name,
    listDepth: listDepth(type),
    isComposite: isCompositeType(getNamedType(type)),
    resolutions: resolutions(joinFields, owner.subgraphs, context.graphNames),
  };
}

function resolutions(
  joinFields: readonly JoinField[],
  typeSubgraphs: readonly string[],
  graphNames: ReadonlyMap<string, string>,
): FieldModel['resolutions'] {
  if (joinFields.length === 0) {
    return typeSubgraphs.map((subgraph) => ({ subgraph, requires: undefined, provides: undefined }));
  }
  return joinFields
    .filter(
      ({ graph, isExternal, isUsedOverridden }) => graph !== undefined && !isExternal && !isUsedOverridden,
    )
    .map(({ graph = '', requires, provides }) => ({
      subgraph: graphNames.get(graph) ?? graph,
      requires: requires === undefined ? undefined : parseFieldSet(requires),
      provides: provides === undefined ? undefined : parseFieldSet(provides),
    }))
    .sort((a, b) => (a.subgraph < b.subgraph ? -1 : 1));
}

function outputType(schema: GraphQLSchema, typeName: string, fieldName: string): GraphQLOutputType {
  const type = schema.getType(typeName);
  const field =
    type !== undefined && type !== null && 'getFields' in type ? type.getFields()[fieldName] : undefined;
  if (field === undefined || !('args' in field))
    throw new Error(`Internal error: ${typeName}.${fieldName} has no type`);
  return field.type;
}

function listDepth(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listDepth(type.ofType);
  return isListType(type) ? 1 + listDepth(type.ofType) : 0;
}

function possibleTypes(schema: GraphQLSchema): Map<string, readonly string[]> {
  const abstractTypes = Object.values(schema.getTypeMap()).filter(isAbstractType);
  return new Map(
    abstractTypes.map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .sort(),
    ]),
  );
}
