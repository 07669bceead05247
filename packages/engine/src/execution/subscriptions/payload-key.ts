/** Tells which subscriptions get the same payload, so that an event is completed once for all of them. */
import { isRecord } from '../../model/is-record.ts';
import type { SelectedOperation } from '../select-operation.ts';
import type { Caller, GraphqlRequest } from '../contract.ts';

/**
 * What completion to the selection depends on: the document; variables only where `@skip` or `@include` read them,
 * because no resolver runs and arguments have no effect; of the caller what decides who may read a field.
 */
export function toPayloadKey(
  { query, operationName, caller }: Pick<GraphqlRequest, 'query' | 'operationName' | 'caller'>,
  { document, variables }: Pick<Extract<SelectedOperation, { kind: 'selected' }>, 'document' | 'variables'>,
): string {
  return JSON.stringify([query, operationName, document.hasConditions && variables, readerKey(caller)]);
}

/** Field access looks at the mode, at the groups, and at what a Lambda authorizer denies; see `toFieldAccess`. */
function readerKey({ authenticationType, identity, deniedFields }: Caller): unknown {
  return [authenticationType, isRecord(identity) ? identity['groups'] : undefined, deniedFields];
}
