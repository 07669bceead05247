/** States of the labels of `@override` that are decided at run time, and the model as it is in one of them. */
import type { FederationModel, FieldModel, ObjectTypeModel } from '../model/federation-model.ts';
import { labelledFields } from './override-sides.ts';

/** Labels that are active; all others are not. */
export type LabelState = ReadonlySet<string>;

/** The labels that are decided at run time, sorted. */
export function labelsOf({ types }: FederationModel): readonly string[] {
  const labels = [...types.values()].flatMap((type) =>
    labelledFields(type).flatMap(({ resolutions }) =>
      resolutions.flatMap(({ condition }) => (condition === undefined ? [] : [condition.label])),
    ),
  );
  return [...new Set(labels)].sort();
}

/**
 * States in which every two labels are active in every combination: all states of up to two labels, and of more a number
 * that grows with the logarithm of theirs.
 */
export function labelStates(labels: readonly string[]): readonly LabelState[] {
  const bits = Array.from({ length: Math.ceil(Math.log2(labels.length)) }, (_, bit) => bit);
  const halves = bits.flatMap((bit) =>
    [0, 1].map((value) => new Set(labels.filter((_, index) => ((index >> bit) & 1) === value))),
  );
  return [new Set<string>(), new Set(labels), ...halves];
}

/** The model with the resolutions that count in the state, as if they had no label. */
export function modelInState(model: FederationModel, state: LabelState): FederationModel {
  return {
    ...model,
    types: new Map([...model.types].map(([name, type]) => [name, typeInState(type, state)])),
  };
}

function typeInState(type: ObjectTypeModel, state: LabelState): ObjectTypeModel {
  if (labelledFields(type).length === 0) return type;
  return {
    ...type,
    fields: new Map([...type.fields].map(([name, field]) => [name, fieldInState(field, state)])),
  };
}

function fieldInState(field: FieldModel, state: LabelState): FieldModel {
  const resolutions = field.resolutions.flatMap((resolution) => {
    const { condition } = resolution;
    const doesCount = condition === undefined || state.has(condition.label) === condition.isActive;
    return doesCount ? [{ ...resolution, condition: undefined }] : [];
  });
  return { ...field, resolutions };
}
