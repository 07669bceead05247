import type { FederationModel } from '../model/federation-model.ts';
import type { RequiredInput } from '../model/resolver-plan.ts';
import { ALONG_KEY, FAIL_AS_KNOWN } from './along-code.ts';
import { labelBlocksOf, labelCondition } from './label-code.ts';
import { literal, moduleText } from './module-text.ts';
import { payload } from './payload-code.ts';
import { representFunction } from './representation-code.ts';
import { IS_ENVELOPE, IS_PRESENT, READ_ANSWER } from './snippets.ts';

/**
 * Asks for a field with arguments that a `@requires` writes out, and keeps it for what comes next.
 *
 * @param mayComeAlong - a handler may have answered it with the parent
 */
export function emitInputCall(
  model: FederationModel,
  input: Extract<RequiredInput, { kind: 'call' }>,
  mayComeAlong: boolean,
): string {
  const { typeName, fieldName, subgraph, storedAs, condition } = input;
  const askedAs = input.keys[0]?.askedAs ?? typeName;
  const isOut = condition === undefined ? '' : `!(${labelCondition(condition)}) || `;
  const info = { fieldName: literal(fieldName), parentTypeName: literal(askedAs) };
  const args = literal(input.arguments);
  const lookUp = `  const key = alongKey(${literal(fieldName)}, ${args});
  if (Object.hasOwn(ctx.source, key)) {
    ctx.stash.inputs = { ...ctx.stash.inputs, [${literal(storedAs)}]: ctx.source[key] };
    runtime.earlyReturn(ctx.prev.result);
  }
`;
  const fail = mayComeAlong ? '  failAsKnown(ctx.source, key);\n' : '';
  return moduleText({
    header: [`${typeName}.${storedAs}: asked of subgraph "${subgraph}", because a field requires it.`],
    imports: ['util', 'runtime'],
    blocks: [
      `export function request(ctx) {
${mayComeAlong ? lookUp : ''}  const source = ${isOut}ctx.stash.isAbsent === false ? null : represent({ ...ctx.source, ...ctx.stash.inputs });
  if (source === null) {
    runtime.earlyReturn(ctx.prev.result);
  }
${fail}${payload({ operation: 'BatchInvoke', args, source: 'source', ...info })}}`,
      READ_ANSWER.replace('export function response(ctx)', 'function readAnswer(ctx)'),
      `export function response(ctx) {
  ctx.stash.inputs = { ...ctx.stash.inputs, [${literal(storedAs)}]: readAnswer(ctx) };
  return ctx.prev.result;
}`,
      ...(mayComeAlong ? [ALONG_KEY, FAIL_AS_KNOWN] : []),
      ...labelBlocksOf([condition]),
      representFunction(model, input),
      IS_PRESENT,
      IS_ENVELOPE,
    ],
  });
}
