/** Makes a hint from the catalog, with the places that it compares. */
import type { ASTNode } from 'graphql';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type { HintCode } from '../diagnostics/hint-codes.ts';
import { locationOfNode } from '../diagnostics/source-location.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

export interface HintPlace {
  readonly node: ASTNode;
  /** A sentence about the node. */
  readonly text: string;
}

/** Places shown for one hint; more would hide the first. */
const MAX_PLACES = 5;

/** @param places - the first is the hint's own, the others are notes */
export function createHint(
  code: HintCode,
  parameters: Readonly<Record<string, string>>,
  places: readonly HintPlace[],
): Diagnostic {
  const [first, ...others] = places.slice(0, MAX_PLACES);
  const location = first && locationOfNode(first.node);
  const notes = others.map(({ node, text }) => {
    const place = locationOfNode(node);
    return { message: text, ...(place === undefined ? {} : { location: place }) };
  });
  return createDiagnostic(code, parameters, { ...(location === undefined ? {} : { location }), notes });
}

/** `"a"`, `"a" and "b"`, `"a", "b" and "c"`. */
export function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}

/** `"String" in "a", "String!" in "b"`. */
export function bySubgraph(parts: readonly { readonly subgraph: string; readonly text: string }[]): string {
  return parts.map(({ subgraph, text }) => `${text} in "${subgraph}"`).join(', ');
}
