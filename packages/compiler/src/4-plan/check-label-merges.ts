/**
 * Fields with an override label of values that have no key: below root fields their other owner is asked there. Elsewhere
 * it is not known at run time which of the two made what the value has: refused rather than answered wrongly.
 */
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FederationModel, OverrideCondition } from '../model/federation-model.ts';
import type { ExploredField } from './explore-values.ts';
import { fieldsAt } from './labelled-paths.ts';
import { resolutionIn } from './value-source.ts';

const FEATURE =
  'A label of @override that is decided at run time, for a value without a key below an entity,';

/** @param fields - of all types */
export function checkLabelMerges(model: FederationModel, fields: readonly ExploredField[]): Diagnostic[] {
  const places = new Set(fields.flatMap((explored) => mergedByLabel(model, explored)));
  return [...places].sort().map(labelNotSupported);
}

/** @param place - coordinate of the field that has the label */
export function labelNotSupported(place: string): Diagnostic {
  return createDiagnostic('APPSYNC_FEATURE_NOT_SUPPORTED', { feature: FEATURE, place });
}

/** Coordinates of fields with a label that one subgraph adds to the value that another one made. */
function mergedByLabel(model: FederationModel, { type, field, ways }: ExploredField): readonly string[] {
  if (type.isRoot) return [];
  return ways.flatMap(({ sources, added }) => {
    const [first] = sources;
    if (first === undefined) return [];
    const maker = resolutionIn(field, first.subgraph)?.condition;
    return added.flatMap(({ adds }) =>
      adds.flatMap((path) =>
        fieldsAt(model, field, path).flatMap((inner) => {
          const condition = resolutionIn(inner, first.subgraph)?.condition;
          // Where the same label decides who makes the value, it has what counts.
          return condition === undefined || isEqual(condition, maker) ? [] : [inner.coordinate];
        }),
      ),
    );
  });
}

function isEqual(one: OverrideCondition, other: OverrideCondition | undefined): boolean {
  return one.label === other?.label && one.isActive === other.isActive;
}
