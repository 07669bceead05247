/** Drafts to operation text. */
import type { SubgraphShape } from '../shape.ts';
import type { DraftField, DraftSelection } from './draft-selection.ts';

export interface PrintedSelection {
  readonly text: string;
  readonly variables: readonly PrintedVariable[];
  /** Alias -> the key that the value must have in the answer. */
  readonly keysByAlias: ReadonlyMap<string, string>;
}

export interface PrintedVariable {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
}

interface Print {
  readonly prefix: string;
  readonly variables: PrintedVariable[];
  readonly keysByAlias: Map<string, string>;
}

/** @param prefix - makes aliases and variables unique in an operation of several parts, e.g. `p0` */
export function printSelection(
  draft: DraftSelection,
  shape: SubgraphShape,
  prefix: string,
): PrintedSelection {
  const known = printed.get(draft) ?? new Map<string, PrintedSelection>();
  printed.set(draft, known);
  const selection = known.get(prefix) ?? printAnew(draft, shape, prefix);
  known.set(prefix, selection);
  return selection;
}

/** By prefix: the same selections are asked for again and again. */
const printed = new WeakMap<DraftSelection, Map<string, PrintedSelection>>();

function printAnew(draft: DraftSelection, shape: SubgraphShape, prefix: string): PrintedSelection {
  const print: Print = { prefix, variables: [], keysByAlias: new Map() };
  const text = printSet(draft, shape, print);
  return { text, variables: print.variables, keysByAlias: print.keysByAlias };
}

const identities = new WeakMap<DraftSelection, string>();

/** The same text for selections that ask for the same with the same arguments. */
export function selectionIdentity(draft: DraftSelection, shape: SubgraphShape): string {
  const known = identities.get(draft);
  if (known !== undefined) return known;
  const { text, variables } = printSelection(draft, shape, '');
  const identity = variables.length === 0 ? text : text + JSON.stringify(variables);
  identities.set(draft, identity);
  return identity;
}

function printSet(draft: DraftSelection, shape: SubgraphShape, print: Print): string {
  if (shape.types[draft.typeName]?.kind !== 'abstract') {
    const fields = printFields(draft, shape, { print, clashing: NONE });
    return `{ ${fields === '' ? '__typename' : fields} }`;
  }
  const clashing = clashingNames([...draft.members.values()]);
  const fragments = [...draft.members].flatMap(([member, selection]) => {
    const fields = printFields(selection, shape, { print, clashing });
    return fields === '' || fields === '__typename' ? [] : [`... on ${member} { ${fields} }`];
  });
  return `{ ${['__typename', ...fragments].join(' ')} }`;
}

const NONE: ReadonlySet<string> = new Set();

/** Fields that have different types in different members: one response name can't serve both (FieldsInSetCanMerge). */
function clashingNames(members: readonly DraftSelection[]): ReadonlySet<string> {
  const typeByName = new Map<string, string>();
  const clashing = new Set<string>();
  for (const { fields } of members) {
    for (const { name, type } of fields.values()) {
      if ((typeByName.get(name) ?? type) !== type) clashing.add(name);
      typeByName.set(name, type);
    }
  }
  return clashing;
}

function printFields(
  draft: DraftSelection,
  shape: SubgraphShape,
  { print, clashing }: { readonly print: Print; readonly clashing: ReadonlySet<string> },
): string {
  return [...draft.fields]
    .map(([key, field]) => {
      const isAliased = key !== field.name || clashing.has(field.name);
      const name = isAliased ? `${addAlias(key, print)}: ${field.name}` : field.name;
      const below = field.selection === undefined ? '' : ` ${printSet(field.selection, shape, print)}`;
      return `${name}${printArguments(field, print)}${below}`;
    })
    .join(' ');
}

function addAlias(key: string, { prefix, keysByAlias }: Print): string {
  const alias = `_${prefix}a${String(keysByAlias.size)}`;
  keysByAlias.set(alias, key);
  return alias;
}

function printArguments(field: DraftField, { prefix, variables }: Print): string {
  if (field.arguments.length === 0) return '';
  const texts = field.arguments.map(({ name, type, value }) => {
    const variable = { name: `${prefix}v${String(variables.length)}`, type, value };
    variables.push(variable);
    return `${name}: $${variable.name}`;
  });
  return `(${texts.join(', ')})`;
}
