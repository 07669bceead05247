import type { SubgraphShape } from '../shape.ts';
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
export function selectEverything(draft: DraftSelection, shape: SubgraphShape): void {
  addLevel(draft, shape, []);
}

function addLevel(draft: DraftSelection, shape: SubgraphShape, above: readonly string[]): void {
  for (const member of draft.members.values()) addLevel(member, shape, above);
  const type = shape.types[draft.typeName];
  if (type?.kind !== 'object') return;
  const path = [...above, draft.typeName];
  const keyFields = new Set(type.keys.flatMap((key) => parseFieldSet(key).selections.map(nameOf)));
  for (const [name, field] of Object.entries(type.fields)) {
    if (field.arguments !== undefined || (field.isExternal === true && !keyFields.has(name))) continue;
    const typeName = namedType(field.type);
    if (draft.fields.has(name) && shape.types[typeName] === undefined) continue;
    if (shape.types[typeName] === undefined) {
      draft.fields.set(name, { name, type: field.type, arguments: [] });
    } else if (path.length < MAX_DEPTH && !path.includes(typeName)) {
      const selection = draft.fields.get(name)?.selection ?? createDraft(shape, typeName);
      addLevel(selection, shape, path);
      draft.fields.set(name, { name, type: field.type, arguments: [], selection });
    }
  }
}

function nameOf(node: { readonly kind: string; readonly name?: { readonly value: string } }): string {
  return node.name?.value ?? '';
}
