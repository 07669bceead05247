/** The before and after handlers of pipelines. */
import type { FederationModel } from '../model/federation-model.ts';
import type { ResolverPlan, RootAlternative } from '../model/resolver-plan.ts';
import type { StandIn } from '../model/stand-in.ts';
import { accessBlocks, accessStatement } from './access-code.ts';
import { completionParts, completionStatements, rebuildFunction } from './completion-code.ts';
import { labelBlocksOf, labelCondition } from './label-code.ts';
import { handedOn, handOnBlocks } from './context-code.ts';
import { literal, moduleText } from './module-text.ts';
import { standInBlock } from './stand-in-code.ts';
import {
  REPEATED,
  SELECTED_FIELDS,
  SELECTED_FIELDS_AND_REPEATED,
  SELECTED_NAMES,
} from './selection-snippets.ts';
import { IS_MENTIONED } from './snippets.ts';

export interface PipelineInput {
  readonly model: FederationModel;
  readonly plan: ResolverPlan;
  /** For entities that do not know their object type. */
  readonly standIn: StandIn | undefined;
}

interface Handler {
  /** Statements of the before handler. */
  readonly statements: string;
  /** What the before handler returns: the first function's \`ctx.prev.result\`. */
  readonly start: string;
  readonly blocks: readonly string[];
}

export function emitPipelineCode(input: PipelineInput): string {
  const { typeName, fieldName, completion } = input.plan;
  const called = [...(completion?.steps.map(({ subgraph }) => subgraph) ?? []), ...(input.plan.joint ?? [])];
  const steps = called.join(', then ');
  const parts = [valueHandler(input), completionHandler(input)];
  const { access } = input.plan;
  const statements = accessStatement(access) + parts.map((part) => part.statements).join('');
  const blocks = [...new Set([...parts.flatMap((part) => part.blocks), ...accessBlocks(access)])];
  const start = parts[0]?.start ?? '{}';
  const isSettling = statements.includes('runtime.earlyReturn');
  return moduleText({
    header: [
      `${typeName}.${fieldName}: ${describe(input.plan)}`,
      ...(completion === undefined ? [] : [`Completes its entities from: ${steps}.`]),
    ],
    imports: [
      ...(blocks.some((block) => block.includes('util.')) ? (['util'] as const) : []),
      ...(isSettling ? (['runtime'] as const) : []),
    ],
    blocks: [
      `export function request(${statements === '' && start === '{}' ? '' : 'ctx'}) {\n${statements}  return ${start};\n}`,
      responseCode(input, isSettling),
      ...handOnBlocks(input.model, input.plan),
      ...blocks,
    ],
  });
}

function describe({ value, fetches }: ResolverPlan): string {
  if (value.kind !== 'property') return 'the functions fetch the value.';
  return fetches.length === 0
    ? "the value is in the parent's."
    : "what the parent's value lacks is asked for by its key.";
}

function isJoint({ joint = [] }: ResolverPlan): boolean {
  return joint.length > 0;
}

function selectedFields(plan: ResolverPlan): string {
  return isJoint(plan) ? SELECTED_FIELDS_AND_REPEATED : SELECTED_FIELDS;
}

function valueHandler({ plan }: PipelineInput): Handler {
  const { value, fieldName, fetches } = plan;
  if (value.kind === 'root-call' && value.alternatives.length > 1)
    return alternativesHandler(value.alternatives, selectedFields(plan));
  if (value.kind !== 'property') return { statements: '', start: '{}', blocks: [] };
  const start = `ctx.source.${fieldName}`;
  if (fetches.length > 0) {
    const isSelecting = fetches.some(({ adds, covers }) => adds.length + covers.length > 0);
    const choosing =
      fetches.length > 1
        ? chooseFirst(fetches.map((fetch) => ({ ...fetch, condition: fetch.group.condition })))
        : undefined;
    return {
      statements: `  ctx.stash.isAbsent = !Object.hasOwn(ctx.source, '${fieldName}');\n${isSelecting ? '  ctx.stash.selected = selectedNames(ctx.info);\n' : ''}${choosing && isSelecting ? choosing.statements : ''}`,
      start: `ctx.stash.isAbsent ? null : ${start}`,
      blocks: isSelecting ? [...(choosing?.blocks ?? []), SELECTED_NAMES, selectedFields(plan)] : [],
    };
  }
  return { statements: '', start, blocks: [] };
}

function completionHandler({ model, plan, standIn }: PipelineInput): Handler {
  const { completion, value, fetches, fieldName } = plan;
  if (completion === undefined) return { statements: '', start: '', blocks: [] };
  const blocks = [
    rebuildFunction(completion.listDepth),
    ...completionParts(model, completion, isJoint(plan)),
    ...(standIn === undefined ? [] : [standInBlock(standIn, isJoint(plan) ? [REPEATED] : [])]),
  ];
  const ofInterface = completion.interfaceObject ?? plan.defaultType ?? null;
  const defaultType = `${standIn === undefined ? '' : 'standIn(ctx.info) ?? '}${literal(ofInterface)}`;
  const statements = completionStatements(completion, defaultType, '  ');
  if (value.kind !== 'property' || fetches.length > 0) return { statements, start: '', blocks };
  // Nothing wanted that a step would fetch: the parent's value is the answer, and no function runs.
  return {
    statements: `${statements}  const value = ctx.source.${fieldName};
  if (value === undefined || value === null || !STEP_FIELDS.some((name) => ctx.stash.wanted[name])) {
    ctx.stash.isSettled = true;
    runtime.earlyReturn({});
  }
`,
    start: '',
    blocks: [`const STEP_FIELDS = ${literal(stepFields(plan))};`, ...blocks],
  };
}

/** `Type.field` of what the steps fetch. */
function stepFields({ completion }: ResolverPlan): readonly string[] {
  const names = (completion?.types ?? []).flatMap(({ typeName, fetchedFields }) =>
    fetchedFields.map((name) => `${typeName}.${name}`),
  );
  return names.sort();
}

/** Of several subgraphs that answer a root field, the first that has all that is selected is asked first. */
function alternativesHandler(alternatives: readonly RootAlternative[], selected: string): Handler {
  const { statements, blocks } = chooseFirst(alternatives);
  return {
    statements: `  ctx.stash.selected = selectedNames(ctx.info);\n${statements}`,
    start: '{}',
    blocks: [...blocks, SELECTED_NAMES, selected],
  };
}

const FITS = `  const fits = COVERS.findIndex((covers, index) => holds[index] && names.every((name) => covers.indexOf(name) > -1));
`;

const FITS_AT_ANY_DEPTH = `  const isFitting = (index) => holds[index] && names.every((name) => COVERS[index].indexOf(name) > -1);
  // Its answer has all that is selected, at every depth: no other one is asked.
  const whole = MISSES.findIndex((paths, index) => isFitting(index) && !paths.some((path) => isMentioned(ctx.info, path)));
  const fits = whole > -1 ? whole : COVERS.findIndex((covers, index) => isFitting(index));
`;

/** Sets `ctx.stash.first`, an index: the choice that covers the selection, else the first that counts. */
function chooseFirst(
  choices: readonly Pick<RootAlternative, 'covers' | 'misses' | 'condition'>[],
): Pick<Handler, 'statements' | 'blocks'> {
  const rows = choices.map(({ covers }) => `  ${literal(covers)},\n`).join('');
  const conditions = choices.map(({ condition }) => condition);
  const isNested = choices.some(({ misses }) => misses.length > 0);
  const missed = choices.map(({ misses }) => `  ${literal(misses)},\n`).join('');
  const holds = conditions.map((condition) => (condition === undefined ? 'true' : labelCondition(condition)));
  return {
    statements: `  const holds = [${holds.join(', ')}];
  const names = ctx.stash.selected === null ? [] : Object.keys(ctx.stash.selected);
${isNested ? FITS_AT_ANY_DEPTH : FITS}  ctx.stash.first = names.length > 0 && fits > -1 ? fits : holds.indexOf(true);
${isNested ? '  ctx.stash.isWhole = ctx.stash.isAbsent !== false && names.length > 0 && whole > -1;\n' : ''}`,
    blocks: [
      `/** For each subgraph the fields that its answer has in full. */\n/** @type {any} */\nconst COVERS = [\n${rows}];`,
      ...(isNested
        ? [
            `/** For each subgraph what its answer does not have. */\n/** @type {any} */\nconst MISSES = [\n${missed}];`,
            IS_MENTIONED,
          ]
        : []),
      ...labelBlocksOf(conditions),
    ],
  };
}

function responseCode({ plan }: PipelineInput, isSettling: boolean): string {
  const { fieldName, completion } = plan;
  const settled = isSettling
    ? `  if (ctx.stash.isSettled) {
    return ctx.source.${fieldName} === undefined ? null : ${handedOn(`ctx.source.${fieldName}`, plan)};
  }
`
    : '';
  const answer = completion === undefined ? 'ctx.prev.result' : 'rebuild(ctx.stash)';
  return `export function response(ctx) {\n${settled}  return ${handedOn(answer, plan)};\n}`;
}
