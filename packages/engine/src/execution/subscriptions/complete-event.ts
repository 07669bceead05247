import type { GraphQLObjectType } from 'graphql';
import { type Execution, executeFields } from '../completion/execute-fields.ts';
import type { Caller, GraphqlErrorEntry } from '../contract.ts';
import type { FieldGroup, Selection } from '../selection/collect-fields.ts';

export interface EventSelection {
  readonly selection: Selection;
  readonly caller: Caller;
  readonly rootType: GraphQLObjectType;
  readonly groups: readonly FieldGroup[];
  readonly typeNameOf: Execution['typeNameOf'];
}

export interface EventPayload {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphqlErrorEntry[];
}

/**
 * A published object in the subscriber's selection: the payload of a `data` frame. No resolver runs; what the mutation
 * did not select is null, and an error of only `message` and `path` where the schema does not allow null.
 * Differs or unconfirmed: an alias of the subscription's root field is used; users report that AppSync ignores it.
 */
export function completeEvent(event: EventSelection, fieldName: string, published: unknown): EventPayload {
  const errors: GraphqlErrorEntry[] = [];
  const execution: Execution = {
    selection: event.selection,
    caller: event.caller,
    maxDepth: Number.POSITIVE_INFINITY,
    addError: ({ message, path }) => errors.push({ message, path }),
    startResolver: undefined,
    shared: undefined,
    noteType: undefined,
    typeNameOf: event.typeNameOf,
  };
  const target: Record<string, unknown> = {};
  const answer: { data: Record<string, unknown> | null } = { data: target };
  executeFields(execution, {
    type: event.rootType,
    groups: event.groups,
    source: { [fieldName]: published },
    target,
    parent: { parent: undefined, container: answer, key: 'data', isNonNull: false, ownerTypeName: '' },
  });
  return errors.length > 0 ? { data: answer.data, errors } : { data: answer.data };
}
