import type { SubgraphShape } from '../shape.ts';
import type { DraftSelection } from './draft-selection.ts';
import { createDraft } from './draft-selection.ts';
import { parseSelectionSet } from './parse-field-set.ts';
import type { Variables } from './translate-selection.ts';
import { addSelectionSet } from './translate-selection.ts';

/** Selections kept, oldest out first. Own choice, 2026-11-21: an API's clients send some hundred operations. */
const MAX_KEPT = 1_000;

/**
 * @param text - `info.selectionSetGraphQL`
 * @throws GraphQLError for text that is not a selection set
 */
export type Translate = (typeName: string, text: string, variables: Variables) => DraftSelection;

/** Translates selections for one subgraph; a text without variables is translated once. */
export function createTranslator(shape: SubgraphShape): Translate {
  const kept = new Map<string, DraftSelection>();
  return (typeName, text, variables) => {
    const key = `${typeName} ${text}${text.includes('$') ? JSON.stringify(variables) : ''}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const draft = createDraft(shape, typeName);
    addSelectionSet(draft, parseSelectionSet(text), { shape, variables, provided: undefined });
    const [oldest] = kept.keys();
    if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, draft);
    return draft;
  };
}
