import type { SubgraphShape } from '../shape.ts';
import type { DraftSelection } from './draft-selection.ts';
import { createDraft } from './draft-selection.ts';
import { parseFieldSet, parseSelectionSet } from './parse-field-set.ts';
import { isOwn, selectField } from './select-everything.ts';
import type { Variables } from './translate-selection.ts';
import { addSelectionSet } from './translate-selection.ts';

/** Selections kept, oldest out first. Own choice, 2026-11-21: an API's clients send some hundred operations. */
const MAX_KEPT = 1_000;

export interface WantedSelection {
  /** `info.selectionSetGraphQL`, or empty. */
  readonly text: string;
  readonly variables: Variables;
  /**
   * Of `_entities`: fields that the representations have all for, which are wanted in whole when the text does not have
   * them.
   */
  readonly names?: readonly string[];
  /** The names are wanted in whole although the text has some of them: a field set that the text does not show. */
  readonly wantsWhole?: boolean;
  /** Field set of `@provides` of the field that is selected on. */
  readonly provides?: string | undefined;
}

/** @throws GraphQLError for text that is not a selection set */
export type Translate = (typeName: string, wanted: WantedSelection) => DraftSelection;

/** Translates selections for one subgraph; a text without variables is translated once. */
export function createTranslator(shape: SubgraphShape): Translate {
  const kept = new Map<string, Map<string, DraftSelection>>();
  return (typeName, { text, variables, names = [], wantsWhole = false, provides }) => {
    const ofText = kept.get(text) ?? new Map<string, DraftSelection>();
    const key = JSON.stringify([
      typeName,
      names,
      wantsWhole,
      provides,
      text.includes('$') ? variables : null,
    ]);
    const known = ofText.get(key);
    if (known !== undefined) return known;
    const draft = createDraft(shape, typeName);
    // The representations of an interface have its key, and nothing that its object types require.
    const isInterface = shape.types[typeName]?.kind === 'abstract';
    const place = { shape, requested: new Set(isInterface ? [] : names) };
    const provided = provides === undefined ? undefined : parseFieldSet(provides);
    if (text !== '') addSelectionSet(draft, parseSelectionSet(text), { ...place, variables, provided });
    for (const object of isInterface ? draft.members.values() : [draft]) {
      const whole = wantsWhole ? names : names.filter((one) => !object.fields.has(one));
      const answered = isInterface ? whole.filter((one) => answersByKey(shape, object, one)) : whole;
      for (const name of answered) selectField(object, name, shape);
    }
    const [oldest] = kept.keys();
    if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    if (ofText.size >= MAX_KEPT) ofText.clear();
    kept.set(text, ofText.set(key, draft));
    return draft;
  };
}

/** Of an object type behind an interface some fields may be another subgraph's, or require something. */
function answersByKey(shape: SubgraphShape, { typeName }: DraftSelection, name: string): boolean {
  const type = shape.types[typeName];
  return type?.kind === 'object' && isOwn(type, name) && type.fields[name]?.requires === undefined;
}
