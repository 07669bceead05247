/** One field of the supergraph -> which subgraphs resolve it, and what they want for that. */
import type { FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';
import type { ArgumentModel, FieldModel, FieldSet, OverrideCondition } from '../model/federation-model.ts';
import { listDepthOf, namedTypeOf } from '../model/type-reference.ts';
import { contextProperty } from './context-carriers.ts';
import { readJoinFields } from './join-directives.ts';
import type { JoinField, JoinGraph } from './join-directives.ts';

export interface FieldContext {
  readonly graphs: ReadonlyMap<string, JoinGraph>;
  /** Names of all object types. */
  readonly objects: ReadonlySet<string>;
  /** Names of abstract types. */
  readonly abstracts: ReadonlyMap<string, unknown>;
  readonly argumentsOf: (nodes: readonly InputValueDefinitionNode[]) => readonly ArgumentModel[];
  readonly fieldSetOf: (text: string) => FieldSet;
}

/** A type that has the field. */
export interface FieldOwner {
  readonly typeName: string;
  /** Of a field that says nothing of its own: each subgraph that has the type has the field. */
  readonly resolutions: FieldModel['resolutions'];
}

/** @param subgraphs - those that have the type, sorted */
export function fieldOwner(typeName: string, subgraphs: readonly string[]): FieldOwner {
  const resolutions = subgraphs.map((subgraph) => ({
    subgraph,
    requires: undefined,
    provides: undefined,
    condition: undefined,
    objectType: undefined,
    contextArguments: [],
  }));
  return { typeName, resolutions };
}

export function analyzeField(
  node: FieldDefinitionNode,
  owner: FieldOwner,
  context: FieldContext,
): FieldModel {
  const name = node.name.value;
  const joinFields = readJoinFields(node);
  const own = node.arguments ?? [];
  const namedType = namedTypeOf(node.type);
  return {
    name,
    coordinate: `${owner.typeName}.${name}`,
    hasArguments: own.length > 0 || joinFields.some(({ contextArguments }) => contextArguments.length > 0),
    namedType,
    listDepth: listDepthOf(node.type),
    isComposite: context.objects.has(namedType) || context.abstracts.has(namedType),
    arguments: own.length > 0 ? context.argumentsOf(own) : [],
    resolutions: joinFields.length === 0 ? owner.resolutions : resolutions(joinFields, context),
    overriddenIn: joinFields.flatMap(({ override, overrideLabel }) =>
      override === undefined || overrideLabel !== undefined ? [] : [override],
    ),
  };
}

function resolutions(joinFields: readonly JoinField[], context: FieldContext): FieldModel['resolutions'] {
  return joinFields
    .filter(
      ({ graph, isExternal, isUsedOverridden, overrideLabel }) =>
        graph !== undefined && !isExternal && !(isUsedOverridden && overrideLabel === undefined),
    )
    .map((joinField) => ({
      subgraph: graphName(context, joinField.graph ?? ''),
      requires: joinField.requires === undefined ? undefined : context.fieldSetOf(joinField.requires),
      provides: joinField.provides === undefined ? undefined : context.fieldSetOf(joinField.provides),
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
function objectTypeOf({ type }: JoinField, { objects }: FieldContext): string | undefined {
  if (type === undefined) return undefined;
  const name = type.replaceAll(/[[\]!]/g, '');
  return objects.has(name) ? name : undefined;
}

/** A label stands on the new owner's resolution, and not with all composers on the old one's. */
function conditionOf(
  { graph = '', override, overrideLabel }: JoinField,
  all: readonly JoinField[],
  context: FieldContext,
): OverrideCondition | undefined {
  if (overrideLabel !== undefined) return { label: overrideLabel, isActive: override !== undefined };
  const taker = all.find((one) => one.override === graphName(context, graph));
  return taker?.overrideLabel === undefined ? undefined : { label: taker.overrideLabel, isActive: false };
}

/** Subgraph of a `join__Graph` value. */
export function graphName({ graphs }: FieldContext, graph: string): string {
  return graphs.get(graph)?.name ?? graph;
}
