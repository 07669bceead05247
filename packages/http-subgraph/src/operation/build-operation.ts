/** Parts that wait for the same subgraph to one operation, and its answer back to the parts. */
import { printSelection, selectionIdentity } from '../selection/index.ts';
import type { PrintedVariable } from '../selection/index.ts';
import type { SubgraphShape } from '../shape.ts';
import type { OperationPart, Representation } from './operation-part.ts';

export interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of the HTTP request: both as JSON. */
  readonly body: string;
  readonly fields: readonly OperationField[];
}

/** A root field of the operation, which serves one part or several that ask for the same. */
export interface OperationField {
  readonly responseName: string;
  readonly keysByAlias: ReadonlyMap<string, string>;
  /** Number of distinct representations; undefined for a root field of the schema. */
  readonly entityCount: number | undefined;
  readonly uses: readonly FieldUse[];
}

export interface FieldUse {
  readonly part: OperationPart;
  /** Representation of the part -> place in the list that was asked for. */
  readonly slots: readonly number[];
}

interface FieldDraft {
  readonly part: OperationPart;
  readonly uses: FieldUse[];
  readonly representations: Representation[];
  readonly slotByText: Map<string, number>;
}

/**
 * Equal parts share a field, except in mutations, where each has its effect; entities that are asked for alike share one
 * list without repetitions. Fields come in the order of the parts.
 */
export function buildOperation(parts: readonly OperationPart[], shape: SubgraphShape): Operation {
  const drafts = new Map<string, FieldDraft>();
  for (const part of parts) addPart(drafts, part, shape);
  const variables: PrintedVariable[] = [];
  const printed = [...drafts.values()].map((draft, index) =>
    printField(draft, shape, { prefix: `p${String(index)}`, variables }),
  );
  const kind = parts[0]?.kind === 'root' ? parts[0].operation : 'query';
  const definitions = variables.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const text = `${kind}${definitions === '' ? '' : `(${definitions})`} { ${printed.map((one) => one.text).join(' ')} }`;
  const values = Object.fromEntries(variables.map(({ name, value }) => [name, value]));
  return {
    kind,
    text,
    variables: values,
    body: JSON.stringify({ query: text, variables: values }),
    fields: printed.map(({ field }) => field),
  };
}

function addPart(drafts: Map<string, FieldDraft>, part: OperationPart, shape: SubgraphShape): void {
  const isMutation = part.kind === 'root' && part.operation === 'mutation';
  const key = isMutation ? `mutation ${String(drafts.size)}` : partKey(part, shape);
  const fresh: FieldDraft = { part, uses: [], representations: [], slotByText: new Map() };
  const draft = drafts.get(key) ?? fresh;
  drafts.set(key, draft);
  draft.uses.push({
    part,
    slots: part.kind === 'entities' ? addRepresentations(draft, part.representations) : [],
  });
}

function addRepresentations(draft: FieldDraft, representations: readonly Representation[]): number[] {
  return representations.map((representation) => {
    const text = JSON.stringify(representation);
    const known = draft.slotByText.get(text);
    if (known !== undefined) return known;
    draft.slotByText.set(text, draft.representations.length);
    return draft.representations.push(representation) - 1;
  });
}

/** The same for parts that one field of the operation can serve. */
function partKey(part: OperationPart, shape: SubgraphShape): string {
  if (part.kind === 'entities') {
    return `${part.selection.typeName} ${selectionIdentity(part.selection, shape)}`;
  }
  const { name, arguments: args, selection } = part.field;
  const identity = selection === undefined ? '' : selectionIdentity(selection, shape);
  return JSON.stringify([name, args, identity]);
}

function printField(
  { part, uses, representations }: FieldDraft,
  shape: SubgraphShape,
  { prefix, variables }: { readonly prefix: string; readonly variables: PrintedVariable[] },
): { readonly text: string; readonly field: OperationField } {
  const args = fieldArguments(part, representations).map((argument, index) => {
    const name = `${prefix}r${String(index)}`;
    variables.push({ name, type: argument.type, value: argument.value });
    return `${argument.name}: $${name}`;
  });
  const selection = part.kind === 'entities' ? part.selection : part.field.selection;
  const printed = selection === undefined ? undefined : printSelection(selection, shape, prefix);
  variables.push(...(printed?.variables ?? []));
  const name = part.kind === 'entities' ? '_entities' : part.field.name;
  const body = printed === undefined ? '' : ` ${bodyOf(part, printed.text)}`;
  return {
    text: `${prefix}: ${name}${args.length === 0 ? '' : `(${args.join(', ')})`}${body}`,
    field: {
      responseName: prefix,
      keysByAlias: printed?.keysByAlias ?? new Map<string, string>(),
      entityCount: part.kind === 'entities' ? representations.length : undefined,
      uses,
    },
  };
}

function fieldArguments(part: OperationPart, representations: readonly Representation[]) {
  return part.kind === 'root'
    ? part.field.arguments
    : [{ name: 'representations', type: '[_Any!]!', value: representations }];
}

function bodyOf(part: OperationPart, text: string): string {
  return part.kind === 'root' ? text : `{ ... on ${part.selection.typeName} ${text} }`;
}
