import type {
  AcceptedSubscription,
  GraphqlErrorEntry,
  GraphqlRequest,
  SubscribeResult,
} from '../contract.ts';
import { coerceArguments } from '../document/coerce-arguments.ts';
import type { Engine } from '../engine.ts';
import { createScope, runScoped } from '../execute-request.ts';
import { collectRootGroups } from '../root-groups.ts';
import { selectOperation } from '../select-operation.ts';
import { createTraceRecorder } from '../trace-recorder.ts';
import type { ExtensionCall } from '../../runtime/contract.ts';
import { completeEvent } from './complete-event.ts';
import { toPayloadKey } from './payload-key.ts';
import { readMutations } from './subscribed-mutations.ts';

/**
 * Accepts a subscription: document and authorization are checked, and the Subscription field's resolver runs once, for
 * its refusals and its `extensions` calls; its value is not used. AppSync developer guide, "Subscription resolvers".
 */
export async function subscribeToField(engine: Engine, request: GraphqlRequest): Promise<SubscribeResult> {
  const selected = selectOperation(engine.plan.schema, engine.documents, request);
  if (selected.kind === 'bad-request') return { ok: false, errors: [selected.error] };
  if (selected.kind === 'invalid') return { ok: false, errors: selected.errors };
  const { operation, rootType, document, variables } = selected;
  if (operation.operation !== 'subscription') {
    return refuse(
      'UnsupportedOperation',
      `A ${operation.operation} is not supported through the realtime channel`,
    );
  }
  const selection = { plan: engine.plan, document, variables };
  const groups = collectRootGroups(selection, operation, rootType);
  const group = groups[0];
  const plan = group?.plan;
  if (group === undefined || plan === undefined)
    return refuse('BadRequestException', 'No subscription field selected.');

  const trace = createTraceRecorder(request, engine.now);
  const scope = createScope(engine, { request, variables, trace, cache: undefined });
  await runScoped(engine, scope, selected);
  if (scope.errors.length > 0) return { ok: false, errors: scope.errors.map(toRefusal) };

  const event = { selection, rootType, groups, caller: request.caller, typeNameOf: engine.typeNameOf };
  const subscription: AcceptedSubscription = {
    fieldName: plan.name,
    mutations: readMutations(plan.definition),
    argumentFilter: coerceArguments({ node: group.node, definitions: plan.definition.args }, variables, {
      deliverArgumentDefaults: false,
    }),
    filter: lastFilter(scope.extensionCalls, 'set-subscription-filter'),
    invalidationFilter: lastFilter(scope.extensionCalls, 'set-subscription-invalidation-filter'),
    payloadKey: toPayloadKey(request, selected),
    toPayload: (published) => completeEvent(event, plan.name, published),
  };
  return { ok: true, subscription };
}

/**
 * A value that does not fit the type refuses the subscription as well, though nobody gets it: null, which is what most
 * resolvers return and what a field without a resolver has, wants a nullable field. Guide, "Subscription resolvers".
 * Differs or unconfirmed: such an entry has `message` and `path` alone, as those of events do.
 */
function toRefusal(entry: GraphqlErrorEntry): GraphqlErrorEntry {
  return 'errorType' in entry ? entry : { message: entry.message, path: entry.path };
}

function lastFilter(
  calls: readonly ExtensionCall[],
  kind: 'set-subscription-filter' | 'set-subscription-invalidation-filter',
): unknown {
  return calls.flatMap((call) => (call.kind === kind ? [call.filter] : [])).at(-1);
}

function refuse(errorType: string, message: string): SubscribeResult {
  return { ok: false, errors: [{ errorType, message }] };
}
