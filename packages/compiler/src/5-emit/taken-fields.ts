/** What a function's answer of a root field may have of fields that `@override` took from its subgraph. */
import type { FederationModel } from '../model/federation-model.ts';
import { literal } from './module-text.ts';

export interface RootAnswer {
  readonly subgraph: string;
  /** Of the root field. */
  readonly namedType: string;
}

/** `withoutTaken(answer)` of a module; nothing when there is nothing to take out. */
export function takenBlocks(model: FederationModel, answer: RootAnswer): readonly string[] {
  const taken = takenFields(model, answer);
  if (Object.keys(taken).length === 0) return [];
  return [
    `/** The answer without fields that another subgraph has taken over: what this one says of them does not count. */
function withoutTaken(answer) {
  const taken = ${literal(taken)};
  [answer].flat(3).filter(isPresent).forEach((entity) => {
    const names = taken[entity.__typename ? entity.__typename : ${literal(answer.namedType)}];
    (names ? names : []).forEach((name) => {
      delete entity[name];
    });
  });
  return answer;
}`,
  ];
}

/** By object type, sorted; types without such fields are left out. */
function takenFields(
  model: FederationModel,
  { subgraph, namedType }: RootAnswer,
): Readonly<Record<string, readonly string[]>> {
  const names = model.possibleTypes.get(namedType) ?? [namedType];
  const taken = names.map((name): [string, string[]] => [
    name,
    [...(model.types.get(name)?.fields.values() ?? [])]
      .filter(({ hasArguments, overriddenIn }) => !hasArguments && overriddenIn.includes(subgraph))
      .map((field) => field.name)
      .sort(),
  ]);
  return Object.fromEntries(taken.filter(([, fields]) => fields.length > 0).sort());
}
