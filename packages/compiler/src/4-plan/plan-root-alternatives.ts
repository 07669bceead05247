/** The subgraphs that a root field can be asked of: the first one, and those that are better for some selections. */
import type { FederationModel, FieldModel } from '../model/federation-model.ts';
import type { RootAlternative } from '../model/resolver-plan.ts';
import { coveredFields } from './covered-fields.ts';
import type { ExploredField } from './explore-values.ts';
import { labelledNames, labelledPaths } from './labelled-paths.ts';
import type { LackingFields } from './lacking-fields.ts';
import { missedPaths } from './missed-paths.ts';
import { resolutionIn } from './value-source.ts';

export function planRootAlternatives(
  model: FederationModel,
  { type, field, ways }: ExploredField,
  { first, lackingFields }: { readonly first: string; readonly lackingFields: LackingFields },
): RootAlternative[] {
  const others = field.resolutions.map(({ subgraph }) => subgraph).filter((name) => name !== first);
  const isMutation = model.rootTypes.mutation === type.name;
  const added = ways.flatMap((way) => way.added);
  const paths = [...labelledNames(model, field), ...added.flatMap(({ adds }) => adds)];
  const covered = coveredFields(model, field, first);
  const alternatives = [first, ...others].map((subgraph) => ({
    subgraph,
    condition: resolutionIn(field, subgraph)?.condition,
    covers: [...typeNameIn(model, field, subgraph), ...coveredFields(model, field, subgraph)],
    adds: [...new Set(added.filter((one) => one.subgraph === subgraph).flatMap(({ adds }) => adds))].sort(),
    labelled: labelledPaths(model, field, { subgraph, paths }),
  }));
  const asked = alternatives.filter(({ subgraph, condition, covers, adds }) => {
    if (subgraph === first || condition !== undefined) return true;
    // A mutation is asked once, whatever is selected of its result.
    return !isMutation && (adds.length > 0 || covers.some((name) => !covered.includes(name)));
  });
  const missed = missedPaths(lackingFields, field, isMutation ? [] : asked.map(({ subgraph }) => subgraph));
  return asked.map((one, index) => ({ ...one, misses: missed[index] ?? [] }));
}

/** A subgraph tells the types of its values, but for those behind an `@interfaceObject`. */
function typeNameIn(
  { types }: FederationModel,
  { namedType }: FieldModel,
  subgraph: string,
): readonly string[] {
  return types.get(namedType)?.interfaceObjectIn.has(subgraph) === true ? [] : ['__typename'];
}
