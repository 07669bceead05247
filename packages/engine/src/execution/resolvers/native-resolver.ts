/**
 * Resolvers that are functions of this process, in place of code that AppSync would run. One call answers for all
 * places of the response that one field of the query has, which are known when everything above them is complete.
 */
import type { FieldNode } from 'graphql';
import type { ResolverError } from '../../runtime/contract.ts';

/** Must not reject for what a client or a data source did: such errors are told in the result. */
export type NativeResolver = (field: NativeField) => Promise<NativeResult>;

export interface NativeField {
  /** The objects around the field, in response order; null for root fields. They are shared: not to be changed. */
  readonly sources: readonly unknown[];
  /** As `ctx.args` has them. */
  readonly args: Readonly<Record<string, unknown>>;
  /**
   * The field as often as it was written at this place of the query. The same list for every request with the document,
   * unless `@skip` or `@include` make the selection depend on the variables.
   */
  readonly nodes: readonly FieldNode[];
  /** `info.selectionSetGraphQL`, made when it is asked for. */
  readonly selectionText: () => string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The operation's root fields in their order. */
  readonly rootFields: readonly RootField[];
  /** Whether somebody may ask later of what type the objects are that abstract fields have for values. */
  readonly keepsTypes: boolean;
  readonly identity: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
  /** `ctx.env` */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Calls a data source: counted in the request's trace, and not waited for when the request's time is over.
   * @param late - the answer of a call that did not make it
   */
  readonly call: <Answer>(
    call: NativeCall,
    start: () => Promise<Answer>,
    late: () => Answer,
  ) => Promise<Answer>;
}

export interface NativeCall {
  readonly dataSource: string;
  readonly operation: string;
  /** `Type.field`, or `Type.field/functionName` in a pipeline. */
  readonly resolver: string;
  /** Places of the response that ask. */
  readonly batchSize: number;
}

export interface NativeResult {
  /** By index of the source. */
  readonly values: readonly unknown[];
  /** Only sources with errors; what failed has no value. */
  readonly faults: ReadonlyMap<number, NativeFault>;
}

export interface NativeFault {
  readonly errors: readonly ResolverError[];
  readonly hasFailed: boolean;
}

export interface RootField extends Pick<NativeField, 'nodes'> {
  readonly name: string;
}

/** A root field of a mutation. */
export interface MutationField extends RootField, Pick<NativeField, 'variables'> {}

/**
 * Whether a root field of a mutation may start when those before it have started and not finished: their resolvers
 * see to it that they take effect in their order. All of them are native.
 */
export type StartsTogether = (earlier: readonly MutationField[], field: MutationField) => boolean;
