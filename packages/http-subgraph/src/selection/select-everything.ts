import type { FieldShape, ObjectShape, SubgraphShape } from '../shape.ts';
import { namedType } from '../shape.ts';
import type { DraftSelection } from './draft-selection.ts';
import { createDraft } from './draft-selection.ts';
import { parseFieldSet } from './parse-field-set.ts';

/** Levels of nested values that are asked for blindly; deeper ones are cut off. Own choice, 2026-11-21. */
const MAX_DEPTH = 4;

/**
 * Adds every field that the subgraph answers without arguments: what may be asked for where the selection is hidden.
 * A type is not entered again below itself.
 */
export function selectEverything(draft: DraftSelection, { shape, requested }: SelectionPlace): void {
  addLevel(draft, shape, { path: [], requested });
}

export interface SelectionPlace {
  readonly shape: SubgraphShape;
  /** Fields that the representations have all for, which `@requires` may name. */
  readonly requested: ReadonlySet<string>;
}

/** Adds one field with everything below it; nothing when it takes arguments or is not there. */
export function selectField(draft: DraftSelection, name: string, shape: SubgraphShape): void {
  const type = shape.types[draft.typeName];
  const field = type?.kind === 'object' ? type.fields[name] : undefined;
  if (field !== undefined && field.arguments === undefined)
    addWhole(draft, { name, field, path: [draft.typeName] }, shape);
}

interface NamedField {
  readonly name: string;
  readonly field: FieldShape;
  /** Types from the top to the one that has the field. */
  readonly path: readonly string[];
}

function addWhole(draft: DraftSelection, { name, field, path }: NamedField, shape: SubgraphShape): void {
  const typeName = namedType(field.type);
  const known = draft.fields.get(name);
  if (shape.types[typeName] === undefined) {
    draft.fields.set(name, known ?? { name, type: field.type, arguments: [] });
  } else if (path.length < MAX_DEPTH && !path.includes(typeName)) {
    const selection = known?.selection ?? createDraft(shape, typeName);
    addLevel(selection, shape, { path, requested: NONE });
    draft.fields.set(name, { name, type: field.type, arguments: [], selection });
  }
}

const NONE: ReadonlySet<string> = new Set();

interface Level {
  /** Types above. */
  readonly path: readonly string[];
  readonly requested: ReadonlySet<string>;
}

function addLevel(draft: DraftSelection, shape: SubgraphShape, level: Level): void {
  for (const member of draft.members.values()) addLevel(member, shape, level);
  const type = shape.types[draft.typeName];
  if (type?.kind !== 'object') return;
  const path = [...level.path, draft.typeName];
  for (const [name, field] of Object.entries(type.fields)) {
    const isReady = field.requires === undefined || level.requested.has(name);
    if (isReady && isOwn(type, name)) addWhole(draft, { name, field, path }, shape);
  }
}

/** True for a field that the subgraph answers of an object of the type, without arguments. */
export function isOwn({ fields, keys }: ObjectShape, name: string): boolean {
  const field = fields[name];
  if (field === undefined || field.arguments !== undefined) return false;
  const isInKey = (key: string) => parseFieldSet(key).selections.some((node) => nameOf(node) === name);
  return field.isExternal !== true || keys.some(isInKey);
}

function nameOf(node: { readonly kind: string; readonly name?: { readonly value: string } }): string {
  return node.name?.value ?? '';
}
