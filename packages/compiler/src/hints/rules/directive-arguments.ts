/** Directives that may not be repeated, applied to one element with different arguments. */
import { print } from 'graphql';
import type { ASTNode, ConstDirectiveNode } from 'graphql';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { argumentsByCoordinate, fieldsByCoordinate } from '../../merged-schema/coordinates.ts';
import { bySubgraph, createHint } from '../create-hint.ts';
import type { MergedSchema } from '../../merged-schema/merged-schema.ts';
import type { FindDirectives } from '../../merged-schema/type-part.ts';

/** Composition merges their arguments. Federation documentation, "Composition rules". */
const MERGED: readonly string[] = ['cost', 'listSize', 'requiresScopes', 'policy'];
/** Of the GraphQL specification: the first one counts. */
const FIRST: readonly string[] = ['deprecated', 'specifiedBy'];

export function directiveArguments(schema: MergedSchema): readonly Diagnostic[] {
  return [...elements(schema)].flatMap(([element, places]) => {
    if (places.length < 2) return [];
    return [...MERGED, ...FIRST].flatMap((directive) => {
      const applied = places.flatMap(({ subgraph, directives, findDirectives }) =>
        findDirectives(directives, directive).map((node) => ({ subgraph, node, text: textOf(node) })),
      );
      const [first] = applied;
      if (first === undefined || new Set(applied.map(({ text }) => text)).size < 2) return [];
      const applications = bySubgraph(applied.map(({ subgraph, text }) => ({ subgraph, text })));
      const code = MERGED.includes(directive)
        ? 'MERGED_NON_REPEATABLE_DIRECTIVE_ARGUMENTS'
        : 'INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS';
      return [
        createHint(
          code,
          { directive, element, applications, used: first.subgraph },
          applied.map(({ subgraph, node, text }) => ({ node, text: `In subgraph "${subgraph}": ${text}.` })),
        ),
      ];
    });
  });
}

interface ElementPlace {
  readonly subgraph: string;
  readonly directives: readonly ConstDirectiveNode[] | undefined;
  readonly findDirectives: FindDirectives;
}

/** Coordinate -> the places of an element that several subgraphs have; only where some of them has a directive. */
function elements(schema: MergedSchema): ReadonlyMap<string, readonly ElementPlace[]> {
  const found = new Map<string, readonly ElementPlace[]>();
  for (const { name, parts } of schema.sharedTypes) {
    if (parts.some(({ directives }) => directives.length > 0)) found.set(name, parts);
  }
  for (const placed of [fieldsByCoordinate(schema), argumentsByCoordinate(schema)]) {
    for (const [coordinate, places] of placed) {
      if (!places.some(({ node }) => (node.directives ?? []).length > 0)) continue;
      found.set(
        coordinate,
        places.map(({ subgraph, node, findDirectives }) => ({
          subgraph,
          directives: node.directives,
          findDirectives,
        })),
      );
    }
  }
  return found;
}

function textOf(node: ASTNode & ConstDirectiveNode): string {
  const args = [...(node.arguments ?? [])].sort((a, b) => (a.name.value < b.name.value ? -1 : 1));
  return `(${args.map((argument) => print(argument)).join(', ')})`;
}
