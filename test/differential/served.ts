/** A compiled API as `tributary serve` runs it, over GraphQL servers, which are schemas in this process. */
import { graphql } from 'graphql';
import { compile, formatDiagnostic } from '@tributary/compiler';
import type { AppSyncApi, SubgraphSource } from '@tributary/compiler';
import { adapterOf, completeSettings, createSubgraphClient } from '@tributary/http-subgraph';
import type { ClientEdges, SubgraphClient } from '@tributary/http-subgraph';
import { federatedSchema } from '../../conformance/http-subgraphs/src/federated-schema.ts';
import { implementationOf } from '../../conformance/http-subgraphs/src/suite-implementation.ts';
import type { SuiteModule } from '../../conformance/http-subgraphs/src/suite-implementation.ts';
import type { ResolverKind } from '../../packages/cli/src/serve/build-application.ts';
import { createNativeResolvers, isAllNative } from '../../packages/cli/src/serve/native/native-resolvers.ts';
import { answer } from './answer.mjs';
import { createExecutor } from './federated.ts';
import type { Federated, FederatedSubgraph } from './federated.ts';

const MAX_BATCH_SIZE = 2_000;

/** @param resolvers - what runs the resolvers */
export function createServed(resolvers: ResolverKind, subgraphs: readonly FederatedSubgraph[]): Federated {
  const compiled = compile(
    subgraphs.map(({ name, sdl }): SubgraphSource => ({
      kind: 'http',
      name,
      sdl,
      file: `${name}.graphql`,
      maxBatchSize: MAX_BATCH_SIZE,
      resolvers: [],
    })),
  );
  if (!compiled.ok)
    return { ok: false, stage: 'compile', errors: compiled.error.map((one) => formatDiagnostic(one)) };
  const { compilation } = compiled;
  const sharesEqual = resolvers === 'native' && isAllNative({ compilation });
  const clients = clientsOf(compilation.api, subgraphs, { sharesEqual });
  const adapters = new Map([...clients].map(([name, client]) => [name, adapterOf(client)]));
  return createExecutor(compilation.api, {
    ...(resolvers === 'native' ? { nativeResolvers: createNativeResolvers({ compilation, clients }) } : {}),
    fidelity: { inlinesFragments: true },
    invoke: async (name, event) => {
      const payload = await adapters.get(name)?.(event);
      return { kind: 'success', payload, durationMs: 0 };
    },
  });
}

function clientsOf(
  { dataSources }: AppSyncApi,
  subgraphs: readonly FederatedSubgraph[],
  edges: Pick<ClientEdges, 'sharesEqual'>,
): ReadonlyMap<string, SubgraphClient> {
  return new Map(
    dataSources.flatMap((source) => {
      const subgraph = subgraphs.find(({ name }) => source.kind === 'http' && name === source.subgraph);
      if (source.kind !== 'http' || subgraph === undefined) return [];
      const { name } = subgraph;
      const settings = completeSettings({ url: `http://${name}.test/` });
      const client = createSubgraphClient(
        { name, shape: source.shape, settings },
        { ...edgesOf(subgraph), ...edges },
      );
      return [[name, client] as const];
    }),
  );
}

function edgesOf({ sdl, database }: FederatedSubgraph): Omit<ClientEdges, 'sharesEqual'> {
  const schema = federatedSchema(sdl, implementationOf(answer(database) as SuiteModule));
  return {
    async post({ body }) {
      const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
      const result = await graphql({ schema, source: query, variableValues: variables });
      const httpAnswer = { status: 200, contentType: 'application/json', body: JSON.stringify(result) };
      return { kind: 'answered', answer: httpAnswer };
    },
    nowMs: () => 0,
    sleep: () => Promise.resolve(),
    afterwards: (flush) => void setImmediate(flush),
  };
}
