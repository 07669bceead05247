/** Gives diagnostics about the compiled API, or about a change of it, places in the subgraphs' files. */
import { parse, Source } from 'graphql';
import type { DocumentNode } from 'graphql';
import { locateFields } from '../diagnostics/locate-fields.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SubgraphSource } from '../model/subgraph-source.ts';

/**
 * @param diagnostics - those without a location get the place of the first `"Type"` or `"Type.field"` they quote
 * @param sources - of a compilation that succeeded: their text is known to be SDL
 */
export function locateInSources(
  diagnostics: readonly Diagnostic[],
  sources: readonly Pick<SubgraphSource, 'sdl' | 'file'>[],
): readonly Diagnostic[] {
  if (diagnostics.every(({ location }) => location !== undefined)) return diagnostics;
  return locateFields(diagnostics, sources.map(toDocument));
}

function toDocument({ sdl, file }: Pick<SubgraphSource, 'sdl' | 'file'>): DocumentNode {
  return parse(new Source(sdl, file));
}
