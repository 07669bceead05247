import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SUBGRAPH_NAMES } from './graph.ts';
import type { SubgraphName } from './graph.ts';

/** Writes the subgraphs of a fixture as `tributary serve --subgraphs` takes them. */
export async function writeSubgraphList(
  fixture: string,
  ports: Readonly<Record<SubgraphName, number>>,
  file: string,
): Promise<void> {
  const subgraphs = SUBGRAPH_NAMES.map((name) => ({
    name,
    url: `http://127.0.0.1:${ports[name]}/graphql`,
    sdl: join(fixture, `${name}.graphql`),
  }));
  await writeFile(file, JSON.stringify(subgraphs, null, 2));
}
