/** Types with a key in some subgraphs only. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { createHint, listed } from '../create-hint.ts';
import type { MergedSchema } from '../../merged-schema/merged-schema.ts';
import type { TypePart } from '../../merged-schema/type-part.ts';

export function entities({ sharedTypes }: MergedSchema): readonly Diagnostic[] {
  return sharedTypes.flatMap(({ name, kind, parts }) => {
    if (kind !== 'object') return [];
    const having = parts.filter(hasKey);
    const lacking = parts.filter((part) => !hasKey(part));
    if (having.length === 0 || lacking.length === 0) return [];
    const parameters = {
      type: name,
      has: listed(having.map(({ subgraph }) => subgraph)),
      lacks: listed(lacking.map(({ subgraph }) => subgraph)),
    };
    return [
      createHint('INCONSISTENT_ENTITY', parameters, [
        ...lacking.map(({ node, subgraph }) => ({ node, text: `No @key in subgraph "${subgraph}".` })),
        ...having.map(({ node, subgraph }) => ({ node, text: `A @key in subgraph "${subgraph}".` })),
      ]),
    ];
  });
}

function hasKey({ directives, findDirectives }: TypePart): boolean {
  return findDirectives(directives, 'key').length > 0;
}
