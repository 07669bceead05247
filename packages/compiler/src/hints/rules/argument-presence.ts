/** Optional arguments that only some of the subgraphs that resolve the field have. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { fieldsByCoordinate } from '../../merged-schema/coordinates.ts';
import { createHint, listed } from '../create-hint.ts';
import type { MergedSchema } from '../../merged-schema/merged-schema.ts';

export function argumentPresence(schema: MergedSchema): readonly Diagnostic[] {
  return [...fieldsByCoordinate(schema)].flatMap(([field, placed]) => {
    if (placed.every(({ node }) => (node.arguments ?? []).length === 0)) return [];
    const own = placed.map(({ subgraph, node, findDirectives }) => {
      const visible = (node.arguments ?? []).filter(
        ({ directives }) => findDirectives(directives, 'fromContext').length === 0,
      );
      return { subgraph, node, args: new Map(visible.map((one) => [one.name.value, one])) };
    });
    const names = new Set(own.flatMap(({ args }) => [...args.keys()]));
    return [...names].flatMap((argument) => {
      const lacking = own.filter(({ args }) => !args.has(argument));
      if (lacking.length === 0) return [];
      const having = own.flatMap(({ subgraph, args }) => {
        const node = args.get(argument);
        return node === undefined ? [] : [{ subgraph, node }];
      });
      const parameters = {
        argument,
        field,
        has: listed(having.map(({ subgraph }) => subgraph)),
        lacks: listed(lacking.map(({ subgraph }) => subgraph)),
      };
      return [
        createHint('INCONSISTENT_ARGUMENT_PRESENCE', parameters, [
          ...having.map(({ subgraph, node }) => ({ node, text: `It is in subgraph "${subgraph}".` })),
          ...lacking.map(({ subgraph, node }) => ({
            node,
            text: `"${field}" in subgraph "${subgraph}" lacks it.`,
          })),
        ]),
      ];
    });
  });
}
