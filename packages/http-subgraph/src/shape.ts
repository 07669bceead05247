/**
 * What the adapter must know of a subgraph's schema to write operations for it: made by the compiler, plain JSON.
 * Field sets are selections without their outer braces, as `@key(fields:)` has them.
 */
export interface SubgraphShape {
  /** The subgraph's composite types by name; every other type is a leaf. */
  readonly types: Readonly<Record<string, TypeShape>>;
}

export type TypeShape = ObjectShape | AbstractShape;

export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: Readonly<Record<string, FieldShape>>;
  /** Key field sets: fetched beside any field that another subgraph has to answer. */
  readonly keys: readonly string[];
  /**
   * Field -> what its `@requires`, and those of what it requires, want of this subgraph; and what of a context it hands
   * on to fields below.
   */
  readonly requires: Readonly<Record<string, string>>;
  /** It stands for an interface of the API: another subgraph tells, by its key, of which object type a value is. */
  readonly isInterfaceObject?: true;
  /** Abstract types of the API that this type belongs to, also those that the subgraph does not know. */
  readonly supertypes: readonly string[];
}

export interface AbstractShape {
  readonly kind: 'abstract';
  /** Object types of this subgraph. */
  readonly members: readonly string[];
}

export interface FieldShape {
  /** As SDL writes it, e.g. `[Product!]!`. */
  readonly type: string;
  /** Argument name -> type as SDL writes it; absent: the field takes none. */
  readonly arguments?: Readonly<Record<string, string>>;
  /** Marked `@external`: to be asked for in key field sets and where it is provided only. */
  readonly isExternal?: true;
  /** Field set of `@provides`. */
  readonly provides?: string;
  /** It takes an argument from an object above the entity: to be asked for by itself. */
  readonly isContextual?: true;
  /** Whether this subgraph's answer counts is known at run time: asked for beside what another owner would want. */
  readonly isLabelled?: true;
  /** Field set of `@requires`: the field can be asked for with a representation that holds these only. */
  readonly requires?: string;
}

/** `[Product!]!` -> `Product`. */
export function namedType(type: string): string {
  return type.replaceAll(/[[\]!]/g, '');
}
