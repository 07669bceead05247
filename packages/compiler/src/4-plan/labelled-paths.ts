/** Which of the paths that other subgraphs add to an answer it has itself while an override label says so. */
import type { FederationModel, FieldModel } from '../model/federation-model.ts';
import type { LabelledPath } from '../model/resolver-plan.ts';
import { labelledFields } from './override-sides.ts';
import { resolutionIn } from './value-source.ts';

interface Answer {
  readonly subgraph: string;
  /** As in `FieldFetch.adds`. */
  readonly paths: readonly string[];
}

export function labelledPaths(
  model: FederationModel,
  field: FieldModel,
  { subgraph, paths }: Answer,
): readonly LabelledPath[] {
  return [...new Set(paths)].sort().flatMap((path) => {
    const resolutions = fieldsAt(model, field, path).flatMap((one) => resolutionIn(one, subgraph) ?? []);
    const labelled = resolutions.find(({ condition }) => condition !== undefined);
    if (labelled === undefined) return [];
    return [{ path, condition: labelled.requires === undefined ? labelled.condition : undefined }];
  });
}

/** Paths of the fields of the value itself that have a label. */
export function labelledNames(model: FederationModel, field: FieldModel): readonly string[] {
  const isAbstract = model.possibleTypes.has(field.namedType);
  return objectTypes(model, field).flatMap((typeName) => {
    const type = model.types.get(typeName);
    const fields = type === undefined ? [] : labelledFields(type).filter(({ hasArguments }) => !hasArguments);
    return fields.map(({ name }) => (isAbstract ? `${typeName}:${name}` : name));
  });
}

/** Fields of object types that the path ends at. */
export function fieldsAt(model: FederationModel, field: FieldModel, path: string): readonly FieldModel[] {
  const [text = '', typeName] = path.split(':').reverse();
  const [first = '', ...rest] = text.split('.');
  const typeNames = typeName === undefined ? objectTypes(model, field) : [typeName];
  const fieldsNamed = (types: readonly string[], name: string) =>
    types.flatMap((type) => model.types.get(type)?.fields.get(name) ?? []);
  return rest.reduce(
    (fields, name) =>
      fieldsNamed(
        fields.flatMap((one) => objectTypes(model, one)),
        name,
      ),
    fieldsNamed(typeNames, first),
  );
}

function objectTypes({ possibleTypes }: FederationModel, { namedType }: FieldModel): readonly string[] {
  return possibleTypes.get(namedType) ?? [namedType];
}
