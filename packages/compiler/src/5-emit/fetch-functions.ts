/** The functions that ask for a field by key of its parent, and for what its `@requires` needs. */
import type { EmittedFunction } from '../model/appsync-api.ts';
import type { FieldFetch, RequiredInput, ResolverPlan } from '../model/resolver-plan.ts';
import type { EmitContext } from './emit-context.ts';
import { entitySource, isHandler, lambdaSource, sourceName } from './emitted-sources.ts';
import { emitFieldFetch, emitInputFetch } from './field-fetch-code.ts';
import { emitInputCall } from './input-call-code.ts';

export function emitInput(
  context: EmitContext,
  {
    plan,
    input,
    index,
  }: { readonly plan: ResolverPlan; readonly input: RequiredInput; readonly index: number },
): EmittedFunction {
  const name = `${plan.typeName}_${plan.fieldName}_input_${index + 1}`;
  if (input.kind === 'call') {
    const { dataSource, maxBatchSize } = lambdaSource(context, input.subgraph);
    const description = `Asks ${input.subgraph} for ${input.typeName}.${input.storedAs}.`;
    const isWaiting = input.requires !== undefined || input.condition !== undefined;
    const mayComeAlong = !isWaiting && isHandler(context, input.subgraph);
    const code = emitInputCall(context.model, input, mayComeAlong);
    return { name, dataSource, code, maxBatchSize, description };
  }
  const { subgraph, typeName, fields } = input.group;
  const { dataSource, maxBatchSize } = entitySource(context, subgraph);
  const description = `Asks ${subgraph} for ${typeName} { ${fields.join(' ')} }.`;
  return { name, dataSource, code: emitInputFetch(context.model, input.group), maxBatchSize, description };
}

export function emitFetch(
  context: EmitContext,
  { plan, fetch, index }: { readonly plan: ResolverPlan; readonly fetch: FieldFetch; readonly index: number },
): EmittedFunction {
  const { typeName, fieldName, fetches } = plan;
  const { subgraph, ordinal } = fetch.group;
  const hasMisses = fetches.some(({ misses }) => misses.length > 0);
  const { dataSource, maxBatchSize } = entitySource(context, subgraph);
  return {
    name: `${typeName}_${fieldName}_from_${sourceName(subgraph)}${ordinal === 0 ? '' : `_${ordinal + 1}`}`,
    dataSource,
    code: emitFieldFetch({ model: context.model, fieldName, fetch, index, hasMisses }),
    maxBatchSize,
    description: `Asks ${subgraph} for ${typeName}.${fieldName}, as far as the parent lacks it.`,
  };
}
