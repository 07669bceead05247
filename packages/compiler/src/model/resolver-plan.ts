/**
 * The plan of the whole API: for every field that needs one, how its resolver gets the value and completes it.
 * A resolver plan is made for a field at build time; a query plan (per operation) is derived from these.
 */
import type { FieldSet } from './federation-model.ts';
import type { HandwrittenResolver } from './subgraph-source.ts';

/**
 * A part of one entity type that one subgraph supplies in one `_entities` call: its fields without arguments that
 * share the same `@requires` (most often none).
 */
export interface FetchGroup {
  readonly typeName: string;
  readonly subgraph: string;
  /** 0 for the fields without `@requires`; 1, 2, ... for each distinct `@requires` of the type in the subgraph. */
  readonly ordinal: number;
  /** Resolvable keys, in declaration order: the first whose fields are present makes the representation. */
  readonly keys: readonly FieldSet[];
  readonly requires: FieldSet | undefined;
  readonly fields: readonly string[];
}

/** How the entities of one object type in a value are completed. */
export interface TypeCompletion {
  readonly typeName: string;
  /** Fields of the type that no producer supplies: dropped from the value, since another subgraph owns them. */
  readonly foreignFields: readonly string[];
  /** Fields that at least one possible producer does not supply. */
  readonly lackingFields: readonly string[];
  /** Field -> fields of the same type that must be present before it can be fetched; transitive. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  /** In dependency order. */
  readonly groups: readonly FetchGroup[];
}

/** Completes a field's value: lists are flattened, entities fetched in steps, then put back. */
export interface Completion {
  readonly listDepth: number;
  /** The object type, when the field's type is not abstract. */
  readonly typeName: string | undefined;
  readonly types: readonly TypeCompletion[];
  /** Steps in dependency order: (subgraph, ordinal) pairs, each run once for all types. */
  readonly steps: readonly FetchStep[];
}

/** One pipeline function: all groups with this subgraph and ordinal. */
export interface FetchStep {
  readonly subgraph: string;
  readonly ordinal: number;
}

export type ValuePlan =
  /** A root field of a Lambda subgraph. */
  | { readonly kind: 'root-call'; readonly subgraph: string }
  /** A field with arguments below the root, asked of a Lambda subgraph with the representation as source. */
  | {
      readonly kind: 'joined-call';
      readonly subgraph: string;
      /** Empty: the parent is no entity of that subgraph; its value is the source as it is. */
      readonly keys: readonly FieldSet[];
      readonly requires: FieldSet | undefined;
    }
  /** A composite field without arguments that the parent's producer may not have supplied: fetched when absent. */
  | { readonly kind: 'joined-entity'; readonly group: FetchGroup }
  /** A resolver written by hand. */
  | { readonly kind: 'handwritten'; readonly subgraph: string; readonly resolver: HandwrittenResolver }
  /** Already in the parent's value. */
  | { readonly kind: 'property' };

export interface ResolverPlan {
  readonly typeName: string;
  readonly fieldName: string;
  readonly value: ValuePlan;
  readonly completion: Completion | undefined;
}

export interface ApiPlan {
  /** Sorted by type and field. */
  readonly resolvers: readonly ResolverPlan[];
  /** Every fetch group that some resolver uses, sorted; the functions are made from them. */
  readonly groups: readonly FetchGroup[];
}
