/**
 * Fields that `@override` took from a subgraph, for good or by label. A function may go on answering them in values of
 * its own; what it says of them does not count.
 */
import type { FederationModel, ObjectTypeModel } from '../model/federation-model.ts';
import { readOnce } from '../model/read-once.ts';
import { resolutionIn, suppliedNames } from './value-source.ts';
import type { ValueSource } from './value-source.ts';

/** Fields that some subgraph has taken from another one, for good or by label. */
const takenFields = readOnce((type: ObjectTypeModel) =>
  [...type.fields.values()].filter(
    ({ hasArguments, overriddenIn, resolutions }) =>
      !hasArguments &&
      (overriddenIn.length > 0 || resolutions.some(({ condition }) => condition !== undefined)),
  ),
);

/**
 * Names, sorted, of what values from these sources may have of such fields. Whether a field with a label counts is known
 * at run time only: no value is taken to carry it.
 *
 * @param sources - what made the value together
 */
export function leftoverFields(
  model: FederationModel,
  type: ObjectTypeModel,
  sources: readonly ValueSource[],
): readonly string[] {
  const taken = takenFields(type).filter((field) =>
    sources.some(
      ({ subgraph }) =>
        field.overriddenIn.includes(subgraph) || resolutionIn(field, subgraph)?.condition !== undefined,
    ),
  );
  if (taken.length === 0) return [];
  const supplied = new Set(sources.flatMap((source) => [...suppliedNames(model, type, source)]));
  return taken.flatMap(({ name }) => (supplied.has(name) ? [] : [name])).sort();
}
