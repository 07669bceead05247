/** Which selected fields one subgraph's answer to a field has in full. */
import { visibleFieldNames } from '../model/federation-model.ts';
import type { FederationModel, FieldModel } from '../model/federation-model.ts';
import { askedSource, objectTypesFrom, suppliedNames } from './value-source.ts';

/** Names of the fields that the subgraph's answer holds for every object type of the value. */
export function coveredFields(
  model: FederationModel,
  field: FieldModel,
  subgraph: string,
): readonly string[] {
  const source = askedSource(field, subgraph);
  const supplies = objectTypesFrom(model, field.namedType, [source]).flatMap((name) => {
    const type = model.types.get(name);
    if (type === undefined) return [];
    const visible = visibleFieldNames(model, name);
    return [new Set([...suppliedNames(model, type, source)].filter((one) => visible.has(one)))];
  });
  const [first] = supplies;
  if (first === undefined) return [];
  return [...first].filter((name) => supplies.every((one) => one.has(name))).sort();
}
