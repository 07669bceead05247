import type { ResolverPlan, RootAlternative } from '@tributary/compiler';
import { sharedSubgraph } from '@tributary/compiler';
import { chooseFirst } from './choose-first.ts';
import type { Chosen } from './choose-first.ts';
import type { FieldRun } from './field-run.ts';
import type { NativeContext } from './native-context.ts';

/** Makes a function that chooses, among subgraphs that can answer a root field alike, one that others are asked of. */
export function createRootChoice(
  { compilation }: NativeContext,
  { typeName, fieldName }: Pick<ResolverPlan, 'typeName' | 'fieldName'>,
  alternatives: readonly RootAlternative[],
): (run: FieldRun) => Chosen {
  const alternativesOf = new Map(
    compilation.plan.resolvers.flatMap((one) =>
      one.typeName === typeName && one.value.kind === 'root-call'
        ? [[one.fieldName, one.value.alternatives] as const]
        : [],
    ),
  );
  const subgraphsOf = ({ alike }: Chosen, name: string) =>
    alike.flatMap((index) => alternativesOf.get(name)?.[index]?.subgraph ?? []);
  return (run) => {
    const chosen = chooseFirst(run, alternatives);
    if (chosen.alike.length < 2) return chosen;
    const others = run.field.rootFields.flatMap(({ name, nodes }) => {
      const choices = alternativesOf.get(name);
      if (nodes === run.field.nodes || choices === undefined) return [];
      return [subgraphsOf(chooseFirst({ field: { ...run.field, nodes } }, choices), name)];
    });
    const subgraph = sharedSubgraph(subgraphsOf(chosen, fieldName), others);
    const first = alternatives.findIndex((one) => one.subgraph === subgraph);
    return first === -1 ? chosen : { ...chosen, first };
  };
}
