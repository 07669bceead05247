/** The functions that get a field's value itself: calls to subgraphs, and modules written by hand. */
import type { EmittedFunction } from '../model/appsync-api.ts';
import type { FieldModel } from '../model/federation-model.ts';
import type { ResolverPlan } from '../model/resolver-plan.ts';
import { assertNever, invariant } from '../model/result.ts';
import { isWaiting } from './along-types.ts';
import { addFunction } from './emit-context.ts';
import type { EmitContext } from './emit-context.ts';
import { handwrittenSource, isHandler, lambdaSource, sourceName } from './emitted-sources.ts';
import { emitJoinedCall } from './joined-call-code.ts';
import { emitRootAlternative, emitRootCall } from './root-call-code.ts';
import { takenBlocks } from './taken-fields.ts';

/** Names of the functions that get the value itself. */
export function valueFunctions(context: EmitContext, plan: ResolverPlan): readonly string[] {
  switch (plan.value.kind) {
    case 'handwritten':
      return emitHandwritten(context, plan, plan.value);
    case 'root-call':
    case 'joined-call':
      return emitCalls(context, plan).map((emitted) => addFunction(context, emitted));
    case 'property':
      return [];
    default:
      return assertNever(plan.value);
  }
}

/** The functions that ask Lambda subgraphs for a field. */
export function emitCalls(context: EmitContext, plan: ResolverPlan): readonly EmittedFunction[] {
  const { typeName, fieldName, value } = plan;
  const { model } = context;
  const field = fieldOf(context, plan);
  const name = `${typeName}_${fieldName}`;
  if (value.kind === 'joined-call') {
    return joinedCalls(value).map((call) => {
      const { subgraph, condition } = call;
      const { dataSource, maxBatchSize } = lambdaSource(context, subgraph);
      const isOverHttp = context.subgraphs.get(subgraph)?.kind === 'http';
      const isJoint = context.joint.get(subgraph)?.has(`${typeName}.${fieldName}`) === true;
      const mayComeAlong = isJoint || (isHandler(context, subgraph) && !isWaiting(plan));
      const along = context.along.ofAnswer(subgraph, field);
      return {
        name: condition === undefined ? name : `${name}_from_${sourceName(subgraph)}`,
        dataSource,
        code: emitJoinedCall({ model, typeName, field, isOverHttp, mayComeAlong, along, ...call }),
        maxBatchSize,
        description: `Asks ${subgraph} for ${typeName}.${fieldName}.`,
      };
    });
  }
  if (value.kind !== 'root-call') return [];
  const isOne = value.alternatives.length === 1;
  const hasMisses = value.alternatives.some(({ misses }) => misses.length > 0);
  return value.alternatives.map((alternative, index) => {
    const { subgraph } = alternative;
    const call = { typeName, field, subgraph, along: context.along.ofAnswer(subgraph, field) };
    const taken = takenBlocks(model, { subgraph, namedType: field.namedType });
    return {
      name: isOne ? name : `${name}_from_${sourceName(subgraph)}`,
      dataSource: lambdaSource(context, subgraph).dataSource,
      code: isOne
        ? emitRootCall(call)
        : emitRootAlternative({ ...call, hasMisses, taken }, alternative, index),
      maxBatchSize: 0,
      description: `Asks ${subgraph} for ${typeName}.${fieldName}.`,
    };
  });
}

type JoinedCall = Extract<ResolverPlan['value'], { kind: 'joined-call' }>;

/** The call, or one for each side of an override label. */
function joinedCalls({ otherwise, ...value }: JoinedCall) {
  if (otherwise === undefined) return [{ ...value, condition: undefined }];
  const { condition, ...other } = otherwise;
  return [
    { ...value, condition },
    { ...other, condition: { ...condition, isActive: !condition.isActive } },
  ];
}

function emitHandwritten(
  context: EmitContext,
  { typeName, fieldName }: ResolverPlan,
  { resolver, subgraph }: Extract<ResolverPlan['value'], { kind: 'handwritten' }>,
): readonly string[] {
  const dataSource = handwrittenSource(context, typeName, subgraph);
  const modules = resolver.kind === 'unit' ? [{ ...resolver.module, name: '' }] : resolver.functions;
  return modules.map(({ name, code, file }) => {
    const parts = [typeName, fieldName, ...(name === '' ? [] : [name.replaceAll(/\W/g, '_')])];
    const description = `Written by hand: ${file}`;
    return addFunction(context, { name: parts.join('_'), dataSource, code, maxBatchSize: 0, description });
  });
}

function fieldOf(context: EmitContext, { typeName, fieldName }: ResolverPlan): FieldModel {
  const field = context.model.types.get(typeName)?.fields.get(fieldName);
  invariant(field !== undefined, `no field ${typeName}.${fieldName}`);
  return field;
}
