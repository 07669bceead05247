/** Runs the fields of one operation with their resolvers until every value is in place. */
import type { GraphQLObjectType, OperationDefinitionNode } from 'graphql';
import {
  type Execution,
  type ResolverStart,
  completeValue,
  executeField,
} from './completion/execute-fields.ts';
import { type Position, toPath, writeNull } from './completion/position.ts';
import { toResolverEntry } from './error-entries.ts';
import type { RequestScope } from './request-scope.ts';
import { runResolver } from './resolvers/run-resolver.ts';
import type { ResolverRun } from './resolvers/resolver-run.ts';
import { collectRootGroups } from './root-groups.ts';
import type { FieldGroup, Selection } from './selection/collect-fields.ts';

export interface OperationRun {
  readonly scope: RequestScope;
  readonly selection: Selection;
  readonly operation: OperationDefinitionNode;
  readonly rootType: GraphQLObjectType;
  readonly limits: { readonly queryDepth: number; readonly resolverCount: number };
  readonly noteType: Execution['noteType'];
}

export interface OperationResult {
  readonly data: Readonly<Record<string, unknown>> | null;
  /** Root fields whose own resolver and value gave no error, with their values. */
  readonly succeeded: readonly { readonly group: FieldGroup; readonly value: unknown }[];
}

/** GraphQL spec, "Executing Operations": root fields of a mutation one after the other, others side by side. */
export async function runOperation(run: OperationRun): Promise<OperationResult> {
  const { scope, selection, operation, rootType } = run;
  const pending = createPendingCount();
  const execution: Execution = {
    selection,
    caller: scope.request.caller,
    maxDepth: run.limits.queryDepth,
    addError: (entry) => scope.errors.push(entry),
    startResolver: (start) => pending.add(resolveField(run, execution, start)),
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
  const groups = collectRootGroups(selection, operation, rootType);
  for (const group of groups) {
    executeField(execution, group, { type: rootType, groups, source: null, target, parent });
    if (operation.operation === 'mutation') await pending.settled();
  }
  await pending.settled();
  const failed = new Set(scope.errors.flatMap((entry) => failedRootKey(entry['path'])));
  const succeeded = groups
    .filter((group) => !failed.has(group.responseKey))
    .map((group) => ({ group, value: answer.data?.[group.responseKey] }));
  return { data: answer.data, succeeded };
}

function failedRootKey(path: unknown): readonly unknown[] {
  return Array.isArray(path) && path.length === 1 ? path : [];
}

/** AWS AppSync developer guide, "ResolverCountLimit". */
const RESOLVER_LIMIT_ERROR = {
  message: 'Resolver execution limit reached.',
  errorType: 'ResolverExecutionLimitReached',
  data: null,
  errorInfo: null,
};

async function resolveField(run: OperationRun, execution: Execution, start: ResolverStart): Promise<void> {
  const { scope, selection } = run;
  const { group, plan, position, source } = start;
  const { resolver } = plan;
  if (resolver === undefined) return;
  const place = { path: toPath(position), locations: group.locations };
  if (scope.trace.countResolver() > run.limits.resolverCount) {
    scope.errors.push(toResolverEntry(RESOLVER_LIMIT_ERROR, place));
    return writeNull(position);
  }
  const activity = scope.scheduler.enter(group);
  try {
    const resolverRun: ResolverRun = { scope, position, activity, field: { group, plan, source, selection } };
    const outcome = await runResolver(resolverRun, resolver);
    if (outcome.kind === 'failed') writeNull(position);
    else completeValue(execution, plan.shape, { group, position, value: outcome.value });
  } catch (fault) {
    const message = `Internal error in the engine: ${String(fault)}`;
    const error = { message, errorType: 'InternalFailure', data: null, errorInfo: null };
    scope.errors.push(toResolverEntry(error, place));
    writeNull(position);
  } finally {
    activity.leave();
  }
}

/** Counts running resolvers instead of nesting their promises: values are written in place. */
function createPendingCount() {
  let count = 0;
  let notify: (() => void) | undefined;
  return {
    add(work: Promise<void>): void {
      count += 1;
      void work.finally(() => {
        count -= 1;
        if (count === 0) notify?.();
      });
    },
    async settled(): Promise<void> {
      while (count > 0) await new Promise<void>((resolve) => (notify = resolve));
    },
  };
}
