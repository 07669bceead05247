/** Runs the fields of one operation with their resolvers until every value is in place. */
import type { GraphQLObjectType, OperationDefinitionNode } from 'graphql';
import { type Execution, executeField } from './completion/execute-fields.ts';
import type { Position } from './completion/position.ts';
import { createSharedObjects } from './completion/shared-objects.ts';
import { createPendingCount } from './pending-count.ts';
import type { RequestScope } from './request-scope.ts';
import { mutationRuns } from './mutation-runs.ts';
import type { StartsTogether } from './resolvers/native-resolver.ts';
import { createFieldStarts } from './resolvers/field-starts.ts';
import { resolveField } from './resolvers/resolve-field.ts';
import type { RunningOperation } from './resolvers/running-operation.ts';
import { collectRootGroups } from './root-groups.ts';
import type { FieldGroup, Selection } from './selection/collect-fields.ts';
import { selectionDepth } from './selection/selection-depth.ts';

export interface OperationRun {
  readonly scope: RequestScope;
  readonly selection: Selection;
  readonly operation: OperationDefinitionNode;
  readonly rootType: GraphQLObjectType;
  readonly limits: { readonly queryDepth: number; readonly resolverCount: number };
  readonly startsTogether: StartsTogether | undefined;
  readonly noteType: Execution['noteType'];
}

export interface OperationResult {
  readonly data: Readonly<Record<string, unknown>> | null;
  /** Root fields whose own resolver and value gave no error, with their values. */
  readonly succeeded: readonly { readonly group: FieldGroup; readonly value: unknown }[];
}

/** GraphQL spec, "Executing Operations": root fields of a mutation one after the other, but for `startsTogether`; others side by side. */
export async function runOperation(run: OperationRun): Promise<OperationResult> {
  const { scope, selection, operation, rootType } = run;
  const pending = createPendingCount();
  const groups = collectRootGroups(selection, operation, rootType);
  const rootFields = groups.map(({ node, nodes }) => ({ name: node.name.value, nodes }));
  const running: RunningOperation = {
    scope,
    selection,
    limits: run.limits,
    rootFields,
    fieldStarts: createFieldStarts({
      queue: scope.queue,
      sendReady: scope.scheduler.sendReady,
      depthBelow: (group) => selectionDepth(selection.document, group),
    }),
    nativeFields: new Map(),
    pending,
  };
  const execution: Execution = {
    selection,
    caller: scope.request.caller,
    maxDepth: run.limits.queryDepth,
    addError: (entry) => scope.errors.push(entry),
    startResolver: (start) => resolveField(running, execution, start),
    shared: selection.plan.isNative && operation.operation === 'query' ? createSharedObjects() : undefined,
    noteType: run.noteType,
    typeNameOf: (value) => value['__typename'],
  };
  const answer: { data: Record<string, unknown> | null } = { data: null };
  const target: Record<string, unknown> = {};
  answer.data = target;
  const parent: Position = {
    parent: undefined,
    container: answer,
    key: 'data',
    isNonNull: false,
    ownerTypeName: '',
  };
  const runs =
    operation.operation === 'mutation' ? mutationRuns(groups, run.startsTogether, scope.variables) : [groups];
  for (const together of runs) {
    for (const group of together)
      executeField(execution, group, { type: rootType, groups, source: null, target, parent });
    await pending.settled();
  }
  const failed = new Set(scope.errors.flatMap((entry) => failedRootKey(entry['path'])));
  const succeeded = groups
    .filter((group) => !failed.has(group.responseKey))
    .map((group) => ({ group, value: answer.data?.[group.responseKey] }));
  return { data: answer.data, succeeded };
}

function failedRootKey(path: unknown): readonly unknown[] {
  return Array.isArray(path) && path.length === 1 ? path : [];
}
