/** Arguments and input fields with a default value in some subgraphs only. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { argumentsByCoordinate } from '../../merged-schema/coordinates.ts';
import { createHint, listed } from '../create-hint.ts';
import type { MergedSchema } from '../../merged-schema/merged-schema.ts';

export function defaultValues(schema: MergedSchema): readonly Diagnostic[] {
  return [...argumentsByCoordinate(schema)].flatMap(([argument, placed]) => {
    const having = placed.filter(({ node }) => node.defaultValue !== undefined);
    const lacking = placed.filter(({ node }) => node.defaultValue === undefined);
    if (having.length === 0 || lacking.length === 0) return [];
    const parameters = {
      argument,
      has: listed(having.map(({ subgraph }) => subgraph)),
      lacks: listed(lacking.map(({ subgraph }) => subgraph)),
    };
    return [
      createHint('INCONSISTENT_DEFAULT_VALUE_PRESENCE', parameters, [
        ...having.map(({ subgraph, node }) => ({
          node,
          text: `Subgraph "${subgraph}" has a default value.`,
        })),
        ...lacking.map(({ subgraph, node }) => ({ node, text: `Subgraph "${subgraph}" has none.` })),
      ]),
    ];
  });
}
