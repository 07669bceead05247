/** Composes the classic subgraphs for gateways that want a supergraph. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { SUBGRAPH_NAMES } from './graph.ts';
import type { SubgraphName } from './graph.ts';

/**
 * @param ports - where the subgraphs listen
 * @param file - absolute path to write to
 * @throws Error with the composition errors
 */
export async function writeSupergraph(
  fixture: string,
  ports: Readonly<Record<SubgraphName, number>>,
  file: string,
): Promise<void> {
  const services = await Promise.all(
    SUBGRAPH_NAMES.map(async (name) => ({
      name,
      url: `http://127.0.0.1:${ports[name]}/graphql`,
      typeDefs: parse(await readFile(join(fixture, `${name}.graphql`), 'utf8')),
    })),
  );
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(`the fixture does not compose: ${errors?.join('; ')}`);
  await writeFile(file, supergraphSdl);
}
