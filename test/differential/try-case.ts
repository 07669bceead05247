/** One world, both servers: what differs. */
import { isDeepStrictEqual } from 'node:util';
import { createFederated } from './federated.ts';
import type { Federated, FederatedSubgraph } from './federated.ts';
import type { Operation } from './generate-operation.ts';
import { createMonolith } from './monolith.ts';
import type { Monolith } from './monolith.ts';
import { printSubgraph, printWhole } from './print-subgraph.ts';
import { subgraphDatabase } from './subgraph-database.ts';
import { viewSubgraph } from './subgraph-view.ts';
import type { World } from './world.ts';

export interface Difference {
  readonly kind: 'refused' | 'data' | 'errors';
  /** One line: what was expected and what was there instead. */
  readonly text: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Makes what is compared with the plain server. */
export type CreateApi = (subgraphs: readonly FederatedSubgraph[]) => Federated;

export interface PreparedWorld {
  readonly subgraphs: readonly FederatedSubgraph[];
  readonly monolith: Monolith;
  /** The compiler or the engine refused what should be valid. */
  readonly refusal: Difference | undefined;
  compareAnswers(operation: Operation): Promise<Difference | undefined>;
}

/** @throws Error when the world itself is at fault: it refers to what it lacks, or its SDL is invalid */
export function prepareWorld(world: World, createApi: CreateApi = createFederated): PreparedWorld {
  const views = world.subgraphs.map((subgraph) => viewSubgraph(world, subgraph));
  const monolith = createMonolith(world, printWhole(world, views));
  const subgraphs = views.map((view) => ({
    name: view.subgraph.name,
    sdl: printSubgraph(world, view, views),
    database: subgraphDatabase(world, view),
  }));
  const federated = createApi(subgraphs);
  const refusal = federated.ok
    ? undefined
    : ({
        kind: 'refused',
        text: `${federated.stage}: ${federated.errors.join('\n')}`,
        expected: undefined,
        actual: undefined,
      } as const);
  return {
    subgraphs,
    monolith,
    refusal,
    async compareAnswers({ query, variables }) {
      if (!federated.ok) return refusal;
      const expected = monolith.run(query, variables);
      const { body } = await federated.run(query, variables);
      // Objects of graphql-js have no prototype.
      const plain = JSON.parse(JSON.stringify(expected)) as typeof expected;
      const difference = { expected: plain, actual: body };
      const hasErrors = (plain.errors ?? []).length > 0;
      if (hasErrors !== (body.errors ?? []).length > 0)
        return {
          kind: 'errors',
          text: `errors: ${JSON.stringify(body.errors ?? plain.errors)}`,
          ...difference,
        };
      if (isDeepStrictEqual(plain.data, JSON.parse(JSON.stringify(body.data ?? null)))) return undefined;
      return { kind: 'data', text: firstDifference(plain.data, body.data, 'data'), ...difference };
    },
  };
}

function firstDifference(expected: unknown, actual: unknown, path: string): string {
  if (typeof expected === 'object' && typeof actual === 'object' && expected !== null && actual !== null) {
    for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const [left, right] = [Reflect.get(expected, name), Reflect.get(actual, name)] as [unknown, unknown];
      if (!isDeepStrictEqual(left, right)) return firstDifference(left, right, `${path}.${name}`);
    }
  }
  return `${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
}
