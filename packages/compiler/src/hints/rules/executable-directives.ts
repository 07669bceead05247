/** Directives of operations: they count where every subgraph has them, alike. */
import type { HintCode } from '../../diagnostics/hint-codes.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { bySubgraph, createHint, listed } from '../create-hint.ts';
import type { MergedDirective, MergedSchema } from '../../merged-schema/merged-schema.ts';

/** GraphQL specification, "ExecutableDirectiveLocation". */
const EXECUTABLE: ReadonlySet<string> = new Set([
  'QUERY',
  'MUTATION',
  'SUBSCRIPTION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
]);
const SPECIFIED: ReadonlySet<string> = new Set(['skip', 'include', 'defer', 'stream']);

export function executableDirectives({ directives, subgraphs }: MergedSchema): readonly Diagnostic[] {
  return [...directives].flatMap(([directive, all]) => {
    const having = all.filter((one) => locationsOf(one).length > 0);
    if (having.length === 0 || SPECIFIED.has(directive)) return [];
    const lacks = subgraphs.filter((name) => !having.some(({ subgraph }) => subgraph === name));
    const places = having.map(({ node, subgraph }) => ({
      node,
      text: `Declared in subgraph "${subgraph}".`,
    }));
    const hint = (code: HintCode, parameters: Readonly<Record<string, string>>) =>
      createHint(code, { directive, ...parameters }, places);
    const has = listed(having.map(({ subgraph }) => subgraph));
    if (lacks.length > 0) {
      return [hint('INCONSISTENT_EXECUTABLE_DIRECTIVE_PRESENCE', { has, lacks: listed(lacks) })];
    }
    return [...locationHints(having, hint), ...repeatableHints(having, hint)];
  });
}

type MakeHint = (code: HintCode, parameters: Readonly<Record<string, string>>) => Diagnostic;

function locationHints(having: readonly MergedDirective[], hint: MakeHint): readonly Diagnostic[] {
  const lists = having.map((one) => locationsOf(one).join(' | '));
  if (new Set(lists).size < 2) return [];
  const common = having
    .map(locationsOf)
    .reduce((left, right) => left.filter((location) => right.includes(location)));
  const locations = bySubgraph(having.map(({ subgraph }, index) => ({ subgraph, text: lists[index] ?? '' })));
  const code =
    common.length === 0
      ? 'NO_EXECUTABLE_DIRECTIVE_INTERSECTION'
      : 'INCONSISTENT_EXECUTABLE_DIRECTIVE_LOCATIONS';
  return [hint(code, { locations })];
}

function repeatableHints(having: readonly MergedDirective[], hint: MakeHint): readonly Diagnostic[] {
  const repeatable = having.filter(({ node }) => node.repeatable).map(({ subgraph }) => subgraph);
  const single = having.filter(({ node }) => !node.repeatable).map(({ subgraph }) => subgraph);
  if (repeatable.length === 0 || single.length === 0) return [];
  const parameters = { has: listed(repeatable), lacks: listed(single) };
  return [hint('INCONSISTENT_EXECUTABLE_DIRECTIVE_REPEATABLE', parameters)];
}

/** Sorted. */
function locationsOf({ node }: MergedDirective): readonly string[] {
  return node.locations
    .map(({ value }) => value)
    .filter((location) => EXECUTABLE.has(location))
    .sort();
}
