/**
 * The plan of the whole API: for every field that needs one, how its resolver gets the value and completes it.
 * A resolver plan is made for a field at build time; a query plan (per operation) is derived from these.
 */
import type { AccessRequirement } from './access-requirement.ts';
import type {
  CarriedContext,
  ContextArgument,
  FieldSet,
  KeyFieldSet,
  OverrideCondition,
} from './federation-model.ts';
import type { HandwrittenResolver } from './subgraph-source.ts';

/**
 * A part of one entity type that one subgraph supplies in one `_entities` call: its fields without arguments that
 * share the same `@requires` (most often none) and the same override label.
 */
export interface FetchGroup {
  /** The type of the entities; for the step that finds the object type behind an `@interfaceObject`, the interface. */
  readonly typeName: string;
  readonly subgraph: string;
  /** 0 for the fields without conditions; 1, 2, ... for each distinct `@requires` or label of the type in the subgraph. */
  readonly ordinal: number;
  /** Resolvable keys, in declaration order: the first whose fields are present makes the representation. */
  readonly keys: readonly KeyFieldSet[];
  readonly requires: FieldSet | undefined;
  readonly condition: OverrideCondition | undefined;
  readonly fields: readonly string[];
  /**
   * Fields that have resolvers of their own and that no other field needs: for one of them alone a step does not ask,
   * since its resolver does so without letting other fields wait. Known when all resolvers are planned.
   */
  readonly lazy?: readonly string[];
  /** Fields of the type without conditions in the same subgraph: a call for this group can bring them along. */
  readonly along: readonly string[];
}

/** How the entities of one object type in a value are completed. */
export interface TypeCompletion {
  readonly typeName: string;
  /** Fields of the type that no producer supplies: dropped from the value, since another subgraph owns them. */
  readonly foreignFields: readonly string[];
  /**
   * Fields that `@override` took from a possible producer, whose function may go on answering them: dropped whoever the
   * producer is, unless a step of another completion has fetched them.
   */
  readonly leftoverFields: readonly string[];
  /** Foreign fields with an override label that the producer has: dropped unless its label says that they count. */
  readonly labelledFields: Readonly<Record<string, OverrideCondition>>;
  /** Fields that at least one possible producer does not supply. */
  readonly lackingFields: readonly string[];
  /** What the steps bring that a producer may lack, as paths below the entity. */
  readonly fetchedFields: readonly string[];
  /** Fields that the steps must fetch when a named fragment hides the selection: they have no resolver of their own. */
  readonly hiddenFields: readonly string[];
  /** Field -> what must be present before it can be fetched, as paths below the entity (`a`, `a.b`); transitive. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  /** Field -> what it hands on of contexts: needed when one of the fields that take it is selected somewhere below. */
  readonly contextNeeds: Readonly<Record<string, ContextNeed>>;
}

export interface ContextNeed {
  /** Field names. */
  readonly takenBy: readonly string[];
  /** As in `needs`. */
  readonly paths: readonly string[];
}

/** Completes a field's value: lists are flattened, entities fetched in steps, then put back. */
export interface Completion {
  readonly listDepth: number;
  /** The object type, when the field's type is not abstract. */
  readonly typeName: string | undefined;
  /** The interface whose values may come from an `@interfaceObject`, without their object type. */
  readonly interfaceObject: string | undefined;
  readonly types: readonly TypeCompletion[];
  /** In dependency order, each run once for all types. */
  readonly steps: readonly FetchStep[];
}

/** One pipeline function: all groups with this subgraph and ordinal, for the entities at some places of the value. */
export interface FetchStep {
  readonly subgraph: string;
  readonly ordinal: number;
  /** Of a grouped step, whose one call asks for groups of several ordinals or for entities at both levels. */
  readonly ordinals?: readonly number[];
  readonly places: readonly StepPlace[];
}

export interface StepPlace {
  /** Field names from the value's entities; empty: these entities themselves. */
  readonly path: readonly string[];
  /** For a path: the entity type that it starts from. */
  readonly rootType: string | undefined;
  /** For a path: the object type at its end, when that is not abstract. */
  readonly typeName: string | undefined;
  /**
   * What the subgraph adds to a composite field that an entity here may have in part, as paths after the entity's type
   * (`Book:author.name`).
   */
  readonly adds: readonly string[];
  /**
   * For a path: object type -> fields that `@override` took from the subgraphs that made the entities, whose functions may
   * go on answering them: dropped unless a step has fetched them.
   */
  readonly leftovers: Readonly<Record<string, readonly string[]>>;
  /** Of a grouped step: the ordinals of the groups that are for the entities here. */
  readonly ordinals?: readonly number[];
}

/** A field that is asked for by key of its parent when the parent's value lacks it, in whole or in part. */
export interface FieldFetch {
  readonly group: FetchGroup;
  /**
   * Paths below the value that this subgraph adds, in a value of an abstract type after the object type
   * (`Book:author.name`); empty: it is asked only when there is no value at all.
   */
  readonly adds: readonly string[];
  /** Selected fields that its answer has in full, without further calls. */
  readonly covers: readonly string[];
  /** Paths below the value that its answer does not have, without object types; none where one level decides. */
  readonly misses: readonly string[];
}

/** A root field that another subgraph answers too: asked where its answer has what the first one's lacks. */
export interface RootAlternative {
  readonly subgraph: string;
  readonly condition: OverrideCondition | undefined;
  /** Selected fields that it answers in full, without further calls. */
  readonly covers: readonly string[];
  /** As in `FieldFetch`. */
  readonly misses: readonly string[];
  /** Paths below the value that it adds to the first answer, as in `FieldFetch`. */
  readonly adds: readonly string[];
  /** What of its answer counts only while an override label says so; else another one adds it. */
  readonly labelled: readonly LabelledPath[];
}

export interface LabelledPath {
  /** As in `FieldFetch.adds`. */
  readonly path: string;
  /** undefined: it never counts, since the subgraph requires something for it. */
  readonly condition: OverrideCondition | undefined;
}

/** An input of `@requires` that takes arguments: got for one entity, before the field that requires it. */
export type RequiredInput = RequiredCall | { readonly kind: 'fetch'; readonly group: FetchGroup };

export interface RequiredCall {
  readonly kind: 'call';
  /** Printed field with its arguments: the name under which the result is kept. */
  readonly storedAs: string;
  readonly typeName: string;
  readonly fieldName: string;
  /** Argument values, written in the field set. */
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly subgraph: string;
  readonly keys: readonly KeyFieldSet[];
  readonly requires: FieldSet | undefined;
  /** With an override label: asked for only while this holds for the request; another call is for the other side. */
  readonly condition: OverrideCondition | undefined;
}

/**
 * A field of an entity that has a resolver of its own, and that one call to its subgraph can answer together with others
 * of the kind, for all entities of a value.
 */
export interface JointField {
  readonly fieldName: string;
  /** Equal for fields that one representation of an entity is enough for; begins with the object type. */
  readonly kind: string;
  readonly keys: readonly KeyFieldSet[];
  readonly requires: FieldSet | undefined;
  /** A handler answers it for the arguments that the selection shows; else it is a field of the entity as others are. */
  readonly hasArguments: boolean;
  /** What it requires that takes arguments: in the entity already, or it is not asked for here. */
  readonly inputs: readonly RequiredCall[];
  /** Fields whose own resolvers would ask for it too. */
  readonly neededBy: readonly string[];
}

export interface JointFields {
  readonly typeName: string;
  readonly fields: readonly JointField[];
}

/** The subgraph that has a field with an override label while the label of the first one does not count. */
export interface LabelledCall {
  /** When the first one is asked. */
  readonly condition: OverrideCondition;
  readonly subgraph: string;
  readonly keys: readonly KeyFieldSet[];
  readonly requires: FieldSet | undefined;
  readonly contextArguments: readonly ContextArgument[];
}

export type ValuePlan =
  /** A root field of a Lambda subgraph; the first alternative is asked unless another covers the selection. */
  | { readonly kind: 'root-call'; readonly alternatives: readonly RootAlternative[] }
  /** A field with arguments below the root, asked of a Lambda subgraph with the representation as source. */
  | {
      readonly kind: 'joined-call';
      readonly subgraph: string;
      /** Empty: the parent is no entity of that subgraph; its value is the source as it is. */
      readonly keys: readonly KeyFieldSet[];
      readonly requires: FieldSet | undefined;
      /** Arguments that the parent was handed the values of. */
      readonly contextArguments: readonly ContextArgument[];
      /** With an override label: asked while this does not hold for the request. */
      readonly otherwise: LabelledCall | undefined;
    }
  /** A resolver written by hand. */
  | { readonly kind: 'handwritten'; readonly subgraph: string; readonly resolver: HandwrittenResolver }
  /** In the parent's value, as far as its producer supplies it; `fetches` get the rest. */
  | { readonly kind: 'property' };

export interface ResolverPlan {
  readonly typeName: string;
  readonly fieldName: string;
  readonly value: ValuePlan;
  /** What callers must be or have; all of it. */
  readonly access: readonly AccessRequirement[];
  /** What it hands on to the objects of its value. */
  readonly contexts: readonly CarriedContext[];
  /** `__typename` of values that have none: a subgraph knows the one object type only that it returns. */
  readonly defaultType: string | undefined;
  /** What must be got first, in order. */
  readonly inputs: readonly RequiredInput[];
  readonly fetches: readonly FieldFetch[];
  readonly completion: Completion | undefined;
  /** Subgraphs that are asked after the completion for joint fields of the entities, where that saves calls. */
  readonly joint?: readonly string[];
}

export interface ApiPlan {
  /** Sorted by type and field. */
  readonly resolvers: readonly ResolverPlan[];
  /** Every fetch group that some completion uses, sorted; the step functions are made from them. */
  readonly groups: readonly FetchGroup[];
  /** By subgraph. */
  readonly joint: ReadonlyMap<string, readonly JointFields[]>;
}
