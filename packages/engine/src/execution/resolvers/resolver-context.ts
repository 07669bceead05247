/** The parts of `ctx` that stay the same through all handlers of one resolver execution. */
import { copyData, copyRecord } from '../../model/copy-data.ts';
import { coerceArguments } from '../document/coerce-arguments.ts';
import type { RequestScope } from '../request-scope.ts';
import type { FieldPlan } from '../schema/schema-plan.ts';
import type { FieldGroup, Selection } from '../selection/collect-fields.ts';
import { selectionInfo } from '../selection/selection-info.ts';
import type { ResolverContext } from '../../runtime/contract.ts';

export interface ResolverField {
  readonly group: FieldGroup;
  readonly plan: FieldPlan;
  readonly source: unknown;
  readonly selection: Selection;
}

/**
 * AppSync developer guide, "Resolver context object reference"; `stash` starts empty for each resolver execution. All that
 * comes from elsewhere is a copy: on AppSync handlers get the context as JSON, and what they change in it reaches no
 * other field.
 */
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
    identity: copyData(request.caller.identity ?? null),
    source: copyData(field.source ?? null),
    stash: {},
    env: scope.environment,
    request: { headers: copyRecord(request.headers), domainName: null },
    info: createInfo(scope, field),
  };
}

/**
 * The two selection properties must not show up in `JSON.stringify(ctx.info)`. The list is a copy: a handler may change
 * it. Defined one by one: in one call, or for properties that are there already, takes twice as long.
 */
function createInfo(scope: RequestScope, { group, plan, selection }: ResolverField): ResolverContext['info'] {
  const { selectionSetList, selectionSetGraphQL } = selectionInfo(selection, group);
  const info = {
    fieldName: plan.name,
    parentTypeName: plan.parentTypeName,
    variables: copyRecord(scope.variables),
  };
  Object.defineProperty(info, 'selectionSetList', hidden([...selectionSetList]));
  Object.defineProperty(info, 'selectionSetGraphQL', hidden(selectionSetGraphQL));
  return info as ResolverContext['info'];
}

function hidden(value: unknown): PropertyDescriptor {
  return { value, enumerable: false, writable: true, configurable: true };
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
