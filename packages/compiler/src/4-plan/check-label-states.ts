/**
 * Satisfiability where labels of `@override` are decided at run time: every field must be reachable in each of their
 * states, since each may be that of a request.
 */
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FederationModel } from '../model/federation-model.ts';
import { exploreValues } from './explore-values.ts';
import { labelsOf, labelStates, modelInState } from './label-states.ts';
import type { LabelState } from './label-states.ts';
import { findUnsatisfied, MAX_REPORTED } from './satisfiability.ts';
import type { Unsatisfied } from './satisfiability.ts';

/** @param preferred - as for `exploreValues` */
export function checkLabelStates(
  model: FederationModel,
  preferred: Parameters<typeof exploreValues>[1],
): Diagnostic[] {
  const labels = labelsOf(model);
  if (labels.length === 0) return [];
  const found = new Map<string, { readonly unsatisfied: Unsatisfied; readonly states: LabelState[] }>();
  for (const state of labelStates(labels)) {
    const settled = modelInState(model, state);
    for (const unsatisfied of findUnsatisfied(settled, exploreValues(settled, preferred))) {
      const id = `${unsatisfied.coordinate} ${unsatisfied.reasons.join('\n')}`;
      const known = found.get(id) ?? { unsatisfied, states: [] };
      known.states.push(state);
      found.set(id, known);
    }
  }
  return [...found.values()].slice(0, MAX_REPORTED).map(({ unsatisfied, states }) => {
    const { query, coordinate, reasons } = unsatisfied;
    const parts = [
      'The query',
      query,
      `is valid in the API, but no sequence of subgraph calls can answer "${coordinate}"${describe(labels, states)}:`,
      ...reasons,
    ];
    return createDiagnostic('SATISFIABILITY_ERROR', { message: parts.join('\n') });
  });
}

/** The labels that are alike in all of the states, which together have others in either; nothing where none are. */
function describe(labels: readonly string[], states: readonly LabelState[]): string {
  const named = labels.flatMap((label) => {
    const isActive = states.every((state) => state.has(label));
    if (!isActive && states.some((state) => state.has(label))) return [];
    return [`the label "${label}" of @override is ${isActive ? '' : 'not '}active`];
  });
  return named.length === 0 ? '' : ` while ${named.join(' and ')}`;
}
