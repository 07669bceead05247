export { valueKey } from './draft-selection.ts';
export type { DraftSelection } from './draft-selection.ts';
export { parseFieldSet } from './parse-field-set.ts';
export type { PrintedSelection, PrintedVariable } from './print-selection.ts';
export { printSelection, selectionIdentity } from './print-selection.ts';
export type { Variables } from './translate-selection.ts';
export { createTranslator, type Translate } from './create-translator.ts';
