/** Modules that ask a Lambda subgraph for a root field. */
import type { FieldModel } from '../model/federation-model.ts';
import type { RootAlternative } from '../model/resolver-plan.ts';
import { alongBlocks } from './along-code.ts';
import type { Along } from './along-tables.ts';
import { argumentsWithDefaults } from './argument-defaults.ts';
import { labelCondition } from './label-code.ts';
import { labelledBlocks } from './labelled-answer.ts';
import { literal, moduleText } from './module-text.ts';
import { payload } from './payload-code.ts';
import { IS_ENVELOPE, IS_PRESENT, LACKS, MERGE, READ_ANSWER } from './snippets.ts';

export interface RootCallInput {
  readonly typeName: string;
  readonly field: FieldModel;
  readonly subgraph: string;
  readonly along: Along | undefined;
}

/** One module with request and response; the same text serves as unit resolver and as pipeline function. */
export function emitRootCall(input: RootCallInput): string {
  const { typeName, field, subgraph, along } = input;
  return moduleText({
    header: [`${typeName}.${field.name}: asks subgraph "${subgraph}".`],
    imports: ['util'],
    blocks: [
      `export function request(ctx) {\n${rootPayload(input)}}`,
      READ_ANSWER,
      ...alongBlocks(along),
      IS_ENVELOPE,
    ],
  });
}

export interface RootAlternativeInput extends RootCallInput {
  readonly hasMisses: boolean;
  /** `withoutTaken`, when the answer may have what was taken from the subgraph. */
  readonly taken: readonly string[];
}

/** One of several subgraphs that answer a root field: the first is asked, another for what the answer lacks. */
export function emitRootAlternative(
  input: RootAlternativeInput,
  { adds, labelled, condition }: RootAlternative,
  index: number,
): string {
  const { typeName, field, subgraph, hasMisses, taken, along } = input;
  const counting = labelled.length === 0 ? 'readAnswer(ctx)' : 'withoutLabelled(ctx, readAnswer(ctx))';
  const answer = taken.length === 0 ? counting : `withoutTaken(${counting})`;
  const conditions = adds.length === 0 ? [] : [condition];
  const doesCount = conditions.map((one) => (one === undefined ? '' : `${labelCondition(one)} && `)).join('');
  return moduleText({
    header: [
      `${typeName}.${field.name}: asks subgraph "${subgraph}" if it is the first to ask${adds.length === 0 ? '' : ', or to add what the answer lacks'}.`,
    ],
    imports: ['util', 'runtime'],
    blocks: [
      `const ADDS = ${literal(adds)};`,
      `export function request(ctx) {
  const isLacking = ${doesCount}${hasMisses ? '!ctx.stash.isWhole && ' : ''}ctx.stash.first < ${index} && lacks(ctx.prev.result, ctx.stash.selected);
  if (ctx.stash.first !== ${index} && !isLacking) {
    runtime.earlyReturn(ctx.prev.result);
  }
${rootPayload(input)}}`,
      READ_ANSWER.replace('export function response(ctx)', 'function readAnswer(ctx)'),
      `export function response(ctx) {
  const answer = ${answer};
  return ctx.stash.first === ${index} ? answer : merge(ctx.prev.result, answer);
}`,
      ...taken,
      ...labelledBlocks(labelled, conditions),
      LACKS,
      MERGE,
      ...alongBlocks(along),
      IS_PRESENT,
      IS_ENVELOPE,
    ],
  });
}

function rootPayload({ field, along }: RootCallInput): string {
  const hasAlong = along !== undefined;
  return payload({
    operation: 'Invoke',
    args: argumentsWithDefaults(field.arguments),
    source: 'null',
    hasAlong,
  });
}
