/** The parts of `ctx` that stay the same through all handlers of one resolver execution. */
import { coerceArguments } from '../document/coerce-arguments.ts';
import type { RequestScope } from '../request-scope.ts';
import type { FieldPlan } from '../schema/schema-plan.ts';
import type { FieldGroup, Selection } from '../selection/collect-fields.ts';
import { printSelectionSet } from '../selection/print-selection-set.ts';
import { listSelectionSet } from '../selection/selection-set-list.ts';
import type { ResolverContext } from '../../runtime/contract.ts';

export interface ResolverField {
  readonly group: FieldGroup;
  readonly plan: FieldPlan;
  readonly source: unknown;
  readonly selection: Selection;
}

/** AppSync developer guide, "Resolver context object reference"; `stash` starts empty for each resolver execution. */
export function createResolverContext(scope: RequestScope, field: ResolverField): ResolverContext {
  const { request } = scope;
  const args = coerceArguments(
    { node: field.group.node, definitions: field.plan.definition.args },
    scope.variables,
    scope.options,
  );
  return {
    arguments: args,
    args,
    identity: request.caller.identity ?? null,
    source: field.source ?? null,
    stash: {},
    env: scope.environment,
    request: { headers: request.headers, domainName: null },
    info: createInfo(scope, field),
  };
}

/** The two selection properties cost work, are seldom read, and must not show up in `JSON.stringify(ctx.info)`. */
function createInfo(scope: RequestScope, field: ResolverField): ResolverContext['info'] {
  const info = {
    fieldName: field.plan.name,
    parentTypeName: field.plan.parentTypeName,
    variables: scope.variables,
  };
  let list: readonly string[] | undefined;
  let text: string | undefined;
  return Object.defineProperties(info, {
    selectionSetList: {
      enumerable: false,
      get: () => (list ??= listSelectionSet(field.selection, field.group)),
    },
    selectionSetGraphQL: { enumerable: false, get: () => (text ??= printSelectionSet(field.group)) },
  }) as ResolverContext['info'];
}

/** The event of a direct Lambda resolver: the context as plain data, both selection properties included. */
export function toLambdaEvent(context: ResolverContext): Readonly<Record<string, unknown>> {
  const { info } = context;
  return {
    arguments: context.arguments,
    identity: context.identity,
    source: context.source,
    request: context.request,
    prev: context.prev ?? null,
    info: {
      selectionSetList: info.selectionSetList,
      selectionSetGraphQL: info.selectionSetGraphQL,
      fieldName: info.fieldName,
      parentTypeName: info.parentTypeName,
      variables: info.variables,
    },
    stash: context.stash,
  };
}
