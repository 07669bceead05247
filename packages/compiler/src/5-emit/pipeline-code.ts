/** The before and after handlers of pipelines that complete a value with entities. */
import type { Completion } from '../model/resolver-plan.ts';
import { constantTable, literal, moduleText } from './module-text.ts';
import { SELECTED_FIELDS, WANTED_FIELDS } from './snippets.ts';

/** Where the value comes from, seen from the before handler. */
export type PipelineValue =
  /** The first function fetches it. */
  | { readonly kind: 'fetched' }
  /** It is in the parent's value. */
  | { readonly kind: 'property' }
  /** Fetched as a field of the parent entity unless the parent has it; `next` completes it afterwards. */
  | { readonly kind: 'joined-entity' };

export interface PipelineInput {
  readonly typeName: string;
  readonly fieldName: string;
  readonly value: PipelineValue;
  readonly completion: Completion | undefined;
}

/** Deepest list that `rebuild` puts back together: `[[T]]`. */
export const MAX_LIST_DEPTH = 2;

export function emitPipelineCode(input: PipelineInput): string {
  const { typeName, fieldName, value, completion } = input;
  const steps = completion?.steps.map(({ subgraph }) => subgraph).join(', then ') ?? '';
  const completes = completion === undefined ? [] : [`Completes its entities from: ${steps}.`];
  const header = (what: string) => [`${typeName}.${fieldName}: ${what}`, ...completes];
  switch (value.kind) {
    case 'fetched':
      return moduleText({
        header: header('the first function fetches the value.'),
        imports: [],
        blocks: completion === undefined ? [PLAIN_REQUEST, PLAIN_RESPONSE] : fetchedBlocks(completion),
      });
    case 'property':
      return moduleText({
        header: header("the value is in the parent's."),
        imports: ['runtime'],
        blocks:
          completion === undefined ? [PLAIN_REQUEST, PLAIN_RESPONSE] : propertyBlocks(fieldName, completion),
      });
    case 'joined-entity':
      return moduleText({
        header: header('fetched as a field of the entity unless the parent has it.'),
        imports: ['runtime'],
        blocks: joinedBlocks(input),
      });
  }
}

const PLAIN_REQUEST = `
export function request() {
  return {};
}
`;

const PLAIN_RESPONSE = `
export function response(ctx) {
  return ctx.prev.result;
}
`;

/** Tables and helper functions that a completion needs; abstract types are always completed in full. */
function completionParts(completion: Completion): readonly string[] {
  if (completion.typeName === undefined) return [];
  const needs = completion.types[0]?.needs ?? {};
  return [constantTable('NEEDS', needs), SELECTED_FIELDS, WANTED_FIELDS];
}

/** Statements that tell the steps what to do. */
export function completionStatements(completion: Completion, indent: string): string {
  const foreign = Object.fromEntries(completion.types.map((type) => [type.typeName, type.foreignFields]));
  const wanted = completion.typeName === undefined ? 'null' : 'wantedFields(ctx.info)';
  return [
    `ctx.stash.wanted = ${wanted};`,
    'ctx.stash.completion = {',
    `  typeName: ${literal(completion.typeName ?? null)},`,
    `  listDepth: ${completion.listDepth},`,
    `  foreignFields: ${literal(foreign)},`,
    '};',
  ]
    .map((line) => `${indent}${line}\n`)
    .join('');
}

function fetchedBlocks(completion: Completion): string[] {
  return [
    `export function request(ctx) {\n${completionStatements(completion, '  ')}  return {};\n}`,
    `export function response(ctx) {\n  return rebuild(ctx.stash);\n}`,
    rebuildFunction(completion.listDepth),
    ...completionParts(completion),
  ];
}

/** Nothing wanted that a step would fetch: the parent's value is the answer, and no function runs. */
function propertyBlocks(fieldName: string, completion: Completion): string[] {
  const fetched = [
    ...new Set(completion.types.flatMap(({ groups }) => groups.flatMap(({ fields }) => fields))),
  ];
  const lacking = new Set(completion.types.flatMap(({ lackingFields }) => lackingFields));
  const stepFields = fetched.filter((name) => lacking.has(name)).sort();
  const isSettled = completion.typeName === undefined ? '' : ' || !isStepNeeded(ctx.stash.wanted)';
  return [
    ...(completion.typeName === undefined ? [] : [`const STEP_FIELDS = ${literal(stepFields)};`]),
    `export function request(ctx) {
${completionStatements(completion, '  ')}  const value = ctx.source.${fieldName};
  if (value === undefined || value === null${isSettled}) {
    ctx.stash.isSettled = true;
    runtime.earlyReturn({});
  }
  return value;
}`,
    `export function response(ctx) {
  if (ctx.stash.isSettled) {
    return ctx.source.${fieldName} === undefined ? null : ctx.source.${fieldName};
  }
  return rebuild(ctx.stash);
}`,
    ...(completion.typeName === undefined ? [] : [IS_STEP_NEEDED]),
    rebuildFunction(completion.listDepth),
    ...completionParts(completion),
  ];
}

const IS_STEP_NEEDED = `
function isStepNeeded(wanted) {
  return wanted === null || STEP_FIELDS.some((name) => wanted[name] === true);
}
`;

function joinedBlocks({ typeName, fieldName, completion }: PipelineInput): string[] {
  const answer =
    completion === undefined
      ? `  const value = ctx.stash.entities[0].${fieldName};\n  return value === undefined ? null : value;\n`
      : '  return rebuild(ctx.stash);\n';
  const present =
    completion === undefined
      ? `  if (Object.hasOwn(ctx.source, '${fieldName}')) {
    ctx.stash.isSettled = true;
    runtime.earlyReturn({});
  }
`
      : '';
  const settled =
    completion === undefined
      ? `  if (ctx.stash.isSettled) {
    return ctx.source.${fieldName};
  }
`
      : '';
  return [
    `export function request(ctx) {
${present}  ctx.stash.wanted = { ${fieldName}: true };
  ctx.stash.completion = { typeName: '${typeName}', listDepth: 0, foreignFields: {} };
  return ctx.source;
}`,
    `export function response(ctx) {\n${settled}${answer}}`,
    ...(completion === undefined ? [] : [rebuildFunction(completion.listDepth)]),
  ];
}

/**
 * The function between the two halves of a joined entity field with a completion: the fetched value of the field
 * becomes what the following steps complete. Runs on the NONE data source.
 */
export function emitDescendCode(typeName: string, fieldName: string, completion: Completion): string {
  return moduleText({
    header: [`${typeName}.${fieldName}: turns from the entity to the value of its field.`],
    imports: [],
    blocks: [
      `export function request(ctx) {
  const value = ctx.stash.entities ? ctx.stash.entities[0].${fieldName} : ctx.source.${fieldName};
  delete ctx.stash.entities;
  delete ctx.stash.value;
${completionStatements(completion, '  ')}  return { payload: value === undefined ? null : value };
}`,
      `export function response(ctx) {\n  return ctx.result;\n}`,
      ...completionParts(completion),
    ],
  });
}

function rebuildFunction(listDepth: number): string {
  const doc = '/** The completed entities in the shape of the value. */\n';
  if (listDepth === 0) {
    return `${doc}function rebuild(stash) {\n  return stash.value === null ? null : stash.entities[0];\n}`;
  }
  if (listDepth === 1) {
    return `${doc}function rebuild(stash) {\n  return stash.value === null ? null : stash.entities;\n}`;
  }
  return `${doc}function rebuild(stash) {
  if (stash.value === null) {
    return null;
  }
  let next = 0;
  return stash.value.map((row) => {
    const start = next;
    next += row === null ? 1 : row.length;
    return row === null ? null : stash.entities.slice(start, next);
  });
}`;
}
