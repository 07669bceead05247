/** A suite's subgraphs as GraphQL servers that count what they are asked. */
import { pathToFileURL } from 'node:url';
import type { Suite } from '../../conformance/src/suite.ts';
import { federatedSchema } from '../../conformance/http-subgraphs/src/federated-schema.ts';
import { serveSchema } from '../../conformance/http-subgraphs/src/serve-schema.ts';
import { implementationOf } from '../../conformance/http-subgraphs/src/suite-implementation.ts';
import type { SuiteModule } from '../../conformance/http-subgraphs/src/suite-implementation.ts';

export interface SuiteServers {
  /** Subgraph -> URL. */
  readonly urls: ReadonlyMap<string, string>;
  /** Requests since the last call. */
  readonly takeCount: () => number;
  readonly stop: () => Promise<void>;
}

/** @param instance - a suite's modules keep what mutations change; each instance has modules of its own */
export async function startSuiteServers({ subgraphs }: Suite, instance: string): Promise<SuiteServers> {
  const servers = await Promise.all(
    subgraphs.map(async ({ name, source, module }) => {
      const loaded = (await import(`${pathToFileURL(module).href}?${instance}`)) as SuiteModule;
      return { name, server: await serveSchema(federatedSchema(source.sdl, implementationOf(loaded))) };
    }),
  );
  return {
    urls: new Map(servers.map(({ name, server }) => [name, server.url])),
    takeCount: () => servers.reduce((sum, { server }) => sum + server.received.splice(0).length, 0),
    stop: async () => {
      await Promise.all(servers.map(({ server }) => server.stop()));
    },
  };
}
