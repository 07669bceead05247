/**
 * The subgraphs of a supergraph composed elsewhere: those with a `subgraph.ts` are what that says, the others are GraphQL
 * servers at the address that the supergraph has for them.
 */
import { readSupergraph } from '../2-compose/read-supergraph.ts';
import { readGraphs } from '../3-analyze/join-directives.ts';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { ProjectSubgraph } from './project.ts';
import type { ProjectSupergraph } from './read-configuration.ts';

/**
 * @param defined - the project's own definitions
 * @returns the subgraphs that have no definition; or what keeps one from being asked
 */
export function subgraphsOfSupergraph(
  { sdl, file }: ProjectSupergraph,
  defined: readonly ProjectSubgraph[],
  directory: string,
): Result<readonly ProjectSubgraph[]> {
  const supergraph = readSupergraph(sdl, file);
  if (!supergraph.ok) return supergraph;
  const graphs = [...readGraphs(supergraph.value.document).values()];
  const faults: Diagnostic[] = defined
    .filter(({ name }) => graphs.every((graph) => graph.name !== name))
    .map(({ name }) =>
      createDiagnostic('PROJECT_SUBGRAPH_NOT_IN_SUPERGRAPH', {
        name,
        file,
        names: graphs.map((graph) => `"${graph.name}"`).join(', '),
      }),
    );
  const added = graphs
    .filter(({ name }) => defined.every((one) => one.name !== name))
    .flatMap(({ name, url }): ProjectSubgraph[] => {
      if (url !== '') return [{ name, directory, definition: { kind: 'http', name, url } }];
      faults.push(createDiagnostic('PROJECT_SUBGRAPH_WITHOUT_ADDRESS', { name, file }));
      return [];
    });
  return faults.length > 0 ? err(faults) : ok(added);
}
