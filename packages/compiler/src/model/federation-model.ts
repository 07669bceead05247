/**
 * The analyzed supergraph: for every type and field, which subgraphs resolve it and under which conditions.
 * Built from the join directives alone, so that a supergraph composed elsewhere serves as well.
 */
import type { GraphQLArgument, GraphQLSchema, SelectionSetNode, TypeDefinitionNode } from 'graphql';
import type { AccessRequirement } from './access-requirement.ts';
import { readOnce } from './read-once.ts';

/** A parsed `FieldSet`: the selection, and its normalized text as written in the supergraph. */
export interface FieldSet {
  readonly text: string;
  readonly selectionSet: SelectionSetNode;
  /** Names at the first level, in order. */
  readonly fieldNames: readonly string[];
}

/** One `@key` of an entity in one subgraph. */
export interface KeyFieldSet extends FieldSet {
  readonly isResolvable: boolean;
  /** `__typename` of its representations: the type itself, or its interface where that is an `@interfaceObject`. */
  readonly askedAs: string;
}

/** `@override(label:)`: the resolution counts only while the label is (`isActive`), or is not, active. */
export interface OverrideCondition {
  readonly label: string;
  readonly isActive: boolean;
}

/** `@fromContext`: an argument whose value is taken from an object above the field's. */
export interface ContextArgument {
  readonly name: string;
  /** Property under which the field's object has been handed the value. */
  readonly storedAs: string;
}

/** A value that a field hands on to the objects of its own value, for arguments from contexts further below. */
export interface CarriedContext {
  readonly storedAs: string;
  /** What the field's object has of the context itself; undefined: it hands on what it was handed. */
  readonly selection: FieldSet | undefined;
  /** Names of the fields with an argument from it. */
  readonly takenBy: readonly string[];
}

/** One subgraph's way to resolve a field. */
export interface FieldResolution {
  readonly subgraph: string;
  readonly requires: FieldSet | undefined;
  readonly provides: FieldSet | undefined;
  readonly condition: OverrideCondition | undefined;
  /** The object type that this subgraph returns where the API has a union or interface; it may leave `__typename` out. */
  readonly objectType: string | undefined;
  /** Arguments that this subgraph gets besides the client's. */
  readonly contextArguments: readonly ContextArgument[];
}

/** Type and default as values of graphql-js: what a default is depends on its type. */
export type ArgumentModel = Pick<GraphQLArgument, 'name' | 'type' | 'defaultValue'>;

export interface FieldModel {
  readonly name: string;
  /** `Type.field`. */
  readonly coordinate: string;
  /** The client's, or from a context. */
  readonly hasArguments: boolean;
  /** Name of the type with lists and non-nulls taken off. */
  readonly namedType: string;
  /** How many list wrappers the type has. */
  readonly listDepth: number;
  /** Object, interface or union. */
  readonly isComposite: boolean;
  /** As the supergraph has them, those that clients do not see included. */
  readonly arguments: readonly ArgumentModel[];
  /** By subgraph name, in name order. */
  readonly resolutions: readonly FieldResolution[];
  /** Subgraphs that another one has taken the field from (`@override` without a label). */
  readonly overriddenIn: readonly string[];
}

export interface ObjectTypeModel {
  readonly name: string;
  readonly kind: 'object' | 'interface';
  readonly isRoot: boolean;
  /** Keys by subgraph; a subgraph that only mentions the type has an empty list. */
  readonly keys: ReadonlyMap<string, readonly KeyFieldSet[]>;
  /** Subgraphs in which this interface is an object type (`@interfaceObject`). */
  readonly interfaceObjectIn: ReadonlySet<string>;
  readonly fields: ReadonlyMap<string, FieldModel>;
}

/** Names of the root types that the API has. */
export interface RootTypes {
  readonly query: string | undefined;
  readonly mutation: string | undefined;
  readonly subscription: string | undefined;
}

export interface FederationModel {
  /** Subgraph names, sorted. */
  readonly subgraphs: readonly string[];
  /** Subgraph name -> `url` of its `@join__graph`; only those that have one. */
  readonly urls: ReadonlyMap<string, string>;
  /** The API schema: what clients see. Built for the first who asks: compiling needs it for subscriptions alone. */
  readonly schema: () => GraphQLSchema;
  readonly rootTypes: RootTypes;
  readonly types: ReadonlyMap<string, ObjectTypeModel>;
  /** Abstract type name -> names of its object types, sorted; what is `@inaccessible` included. */
  readonly possibleTypes: ReadonlyMap<string, readonly string[]>;
  /** Abstract type name -> subgraph -> the object types that the subgraph can return for it, sorted. */
  readonly possibleTypesIn: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** The types of the API by name. */
  readonly visibleTypes: ReadonlyMap<string, TypeDefinitionNode>;
  /** `Type.field` -> what callers must be or have; only fields that ask for something. */
  readonly access: ReadonlyMap<string, readonly AccessRequirement[]>;
  /**
   * Ids of fetch groups that some pipeline has no room for: each of their fields is fetched by its own resolver.
   * Planning finds them.
   */
  readonly deferred?: ReadonlySet<string>;
  /** `Type.field` -> what it hands on of contexts; only fields that lead to an argument from one. */
  readonly contexts: ReadonlyMap<string, readonly CarriedContext[]>;
}

/** True for a type that has a resolvable key in at least one subgraph. */
export function isEntity(type: ObjectTypeModel): boolean {
  return [...type.keys.values()].some((keys) => keys.length > 0);
}

const NO_NAMES: ReadonlySet<string> = new Set();
const fieldNames = readOnce((node: TypeDefinitionNode): ReadonlySet<string> =>
  'fields' in node ? new Set((node.fields ?? []).map(({ name }) => name.value)) : NO_NAMES,
);

/** Names of the fields of a type that clients see; empty for a type that they do not. */
export function visibleFieldNames(model: FederationModel, typeName: string): ReadonlySet<string> {
  const node = model.visibleTypes.get(typeName);
  return node === undefined ? NO_NAMES : fieldNames(node);
}

/** The object types that clients can see in a value of this type: itself, or those of an abstract type. */
export function visibleObjectTypes(model: FederationModel, typeName: string): readonly string[] {
  const names = model.possibleTypes.get(typeName) ?? [typeName];
  return names.filter((name) => model.visibleTypes.has(name));
}
