/** The subgraphs that a root field can be asked of: the first one, and those that are better for some selections. */
import { visibleFieldNames } from '../model/federation-model.ts';
import type { FederationModel, FieldModel } from '../model/federation-model.ts';
import type { RootAlternative } from '../model/resolver-plan.ts';
import type { ExploredField } from './explore-values.ts';
import { askedSource, objectTypesFrom, resolutionIn, suppliedNames } from './value-source.ts';

export function planRootAlternatives(
  model: FederationModel,
  { type, field, ways }: ExploredField,
  first: string,
): RootAlternative[] {
  const others = field.resolutions.map(({ subgraph }) => subgraph).filter((name) => name !== first);
  const isMutation = model.schema.getMutationType()?.name === type.name;
  const added = ways.flatMap((way) => way.added);
  const covered = coveredFields(model, field, first);
  const alternatives = [first, ...others].map((subgraph) => ({
    subgraph,
    condition: resolutionIn(field, subgraph)?.condition,
    covers: coveredFields(model, field, subgraph),
    adds: [...new Set(added.filter((one) => one.subgraph === subgraph).flatMap(({ adds }) => adds))].sort(),
  }));
  return alternatives.filter(({ subgraph, condition, covers, adds }) => {
    if (subgraph === first || condition !== undefined) return true;
    // A mutation is asked once, whatever is selected of its result.
    return !isMutation && (adds.length > 0 || covers.some((name) => !covered.includes(name)));
  });
}

/** Names of the fields that the subgraph's answer holds for every object type of the value. */
function coveredFields(model: FederationModel, field: FieldModel, subgraph: string): readonly string[] {
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
