/** Unit resolvers: fields that one call or one module gets. */
import type { EmittedFunction, EmittedResolver } from '../model/appsync-api.ts';
import type { ResolverPlan } from '../model/resolver-plan.ts';
import { assertNever } from '../model/result.ts';
import { emitGuardedProperty } from './access-code.ts';
import { emitCarryingProperty, isHandingOn } from './context-code.ts';
import type { EmitContext } from './emit-context.ts';
import { handwrittenSource, noneSource } from './emitted-sources.ts';
import { emitCalls } from './value-functions.ts';

/** @returns undefined for a field that needs a pipeline */
export function emitUnit(context: EmitContext, plan: ResolverPlan): EmittedResolver | undefined {
  const { typeName, fieldName, value, access, inputs, fetches, completion } = plan;
  if (completion !== undefined || inputs.length + fetches.length > 0) return undefined;
  if ((access.length > 0 || isHandingOn(plan)) && value.kind !== 'property') return undefined;
  const unit = (one: Pick<EmittedFunction, 'dataSource' | 'code' | 'maxBatchSize'>): EmittedResolver => ({
    kind: 'unit',
    typeName,
    fieldName,
    ...one,
  });
  switch (value.kind) {
    case 'handwritten': {
      if (value.resolver.kind !== 'unit') return undefined;
      const dataSource = handwrittenSource(context, typeName, value.subgraph);
      return unit({ dataSource, code: value.resolver.module.code, maxBatchSize: 0 });
    }
    case 'root-call':
    case 'joined-call': {
      const [call, ...others] = emitCalls(context, plan);
      return call === undefined || others.length > 0 ? undefined : unit(call);
    }
    case 'property': {
      const code = isHandingOn(plan)
        ? emitCarryingProperty(context.model, plan)
        : emitGuardedProperty(typeName, fieldName, access);
      return unit({ dataSource: noneSource(context), code, maxBatchSize: 0 });
    }
    default:
      return assertNever(value);
  }
}
