import { type DataSourceAnswer, answered } from '../../data-sources/index.ts';
import { type Execution, type ResolverStart, completeValue } from '../completion/execute-fields.ts';
import { placesOfFault, toPath, writeNull } from '../completion/position.ts';
import { coerceArguments } from '../document/coerce-arguments.ts';
import { toResolverEntry } from '../error-entries.ts';
import { selectionInfo } from '../selection/selection-info.ts';
import type { NativeField, NativeResolver, NativeResult } from './native-resolver.ts';
import type { RunningOperation } from './running-operation.ts';

const DONE: DataSourceAnswer = answered(null);
const LATE = 'Lambda:ExecutionTimeoutException';

/** Adds a place to those that the resolver answers for in one call; the first one sees to the call. Never throws. */
export function resolveNatively(
  operation: RunningOperation,
  execution: Execution,
  { start, resolver }: { readonly start: ResolverStart; readonly resolver: NativeResolver },
): void {
  const { nativeFields, scope, pending } = operation;
  const { group } = start;
  const waiting = nativeFields.get(group);
  if (waiting !== undefined) {
    waiting.push(start);
    return;
  }
  const starts = [start];
  nativeFields.set(group, starts);
  const activity = scope.scheduler.enter(group);
  pending.enter();
  let result: NativeResult | undefined;
  const finish = (fault?: unknown): void => {
    try {
      if (result === undefined) reportBug(operation, starts, fault);
      else complete(operation, execution, { starts, result });
    } catch (thrown) {
      reportBug(operation, starts, thrown);
    } finally {
      scope.scheduler.leave(activity);
      pending.leave();
    }
  };
  // A batch of one member: the scheduler sends it when no resolver above is left that could add a place.
  scope.scheduler.join(
    activity,
    { payload: undefined, indices: [], onAnswer: () => finish(), onFault: finish },
    async () => {
      nativeFields.delete(group);
      const keepsTypes = execution.noteType !== undefined;
      result = await resolver(describeField(operation, starts, keepsTypes));
      return [DONE];
    },
  );
}

function describeField(
  operation: RunningOperation,
  starts: readonly ResolverStart[],
  keepsTypes: boolean,
): NativeField {
  const { scope, selection } = operation;
  const [first] = starts;
  if (first === undefined) throw new Error('no place asks for the field');
  const { group, plan } = first;
  return {
    sources: starts.map(({ source }) => source),
    args: coerceArguments(
      { node: group.node, definitions: plan.definition.args },
      scope.variables,
      scope.options,
    ),
    nodes: group.nodes,
    selectionText: () => selectionInfo(selection, group).selectionSetGraphQL,
    variables: scope.variables,
    rootFields: operation.rootFields,
    keepsTypes,
    identity: scope.request.caller.identity ?? null,
    headers: scope.request.headers,
    environment: scope.environment,
    async call(call, start, late) {
      let error: string | undefined;
      const finish = scope.trace.startCall({ ...call, path: toPath(first.position).join('.') });
      const answer = await scope.deadline.race(start, () => {
        error = LATE;
        return late();
      });
      finish(error);
      return answer;
    },
  };
}

function complete(
  { scope }: RunningOperation,
  execution: Execution,
  { starts, result }: { readonly starts: readonly ResolverStart[]; readonly result: NativeResult },
): void {
  const { values, faults } = result;
  starts.forEach(({ group, plan, position }, index) => {
    const fault = faults.size === 0 ? undefined : faults.get(index);
    if (fault !== undefined) {
      for (const place of placesOfFault(position)) {
        const at = { path: toPath(place), locations: group.locations };
        for (const error of fault.errors) scope.errors.push(toResolverEntry(error, at));
        if (fault.hasFailed) writeNull(place);
      }
    }
    if (fault?.hasFailed !== true)
      completeValue(execution, plan.shape, { group, position, value: values[index] });
  });
}

function reportBug({ scope }: RunningOperation, starts: readonly ResolverStart[], fault: unknown): void {
  const message = `Internal error in the engine: ${String(fault)}`;
  const error = { message, errorType: 'InternalFailure', data: null, errorInfo: null };
  for (const { group, position } of starts) {
    for (const place of placesOfFault(position)) {
      scope.errors.push(toResolverEntry(error, { path: toPath(place), locations: group.locations }));
      writeNull(place);
    }
  }
}
