/** Who takes part in the classic benchmark. A gateway that is to join it gets an entry here and a folder of its own. */
import { join } from 'node:path';
import { SUBGRAPH_NAMES } from '../classic/graph.ts';
import type { SubgraphName } from '../classic/graph.ts';
import { builtFile } from '../harness/build-programs.ts';
import type { Contender } from '../harness/contender.ts';
import { ROOT } from '../harness/tributary.ts';

export const CLASSIC_PROGRAMS = {
  subgraphs: 'contenders/graphql-js/subgraphs',
  raw: 'contenders/raw/server',
  monolith: 'contenders/graphql-js/monolith',
  apollo: 'contenders/apollo-gateway/server',
  mercurius: 'contenders/mercurius-gateway/server',
} as const;

export interface ClassicSetting {
  /** Folder of the fixture. */
  readonly fixture: string;
  readonly ports: Readonly<Record<SubgraphName, number>>;
  /** File with the subgraphs' names, addresses and SDL, as `tributary serve` takes it. */
  readonly subgraphs: string;
  /** File of the composed supergraph, with the subgraphs' addresses. */
  readonly supergraph: string;
}

const HIVE_GATEWAY = join(
  import.meta.dirname,
  '../contenders/hive-gateway/node_modules/@graphql-hive/gateway/dist/bin.js',
);

const TRIBUTARY = join(ROOT, 'packages/cli/bin/tributary.js');

export function classicContenders({
  fixture,
  ports,
  subgraphs,
  supergraph,
}: ClassicSetting): readonly Contender[] {
  const own = (name: string, program: string, args: readonly string[]): Contender => ({
    name,
    command: (port) => ({ args: [builtFile(program), String(port), ...args] }),
    ready: { kind: 'line' },
  });
  const hive = (name: string, flags: readonly string[]): Contender => ({
    name,
    command: (port) => ({
      args: [
        HIVE_GATEWAY,
        'supergraph',
        supergraph,
        '--port',
        `${port}`,
        '--host',
        '127.0.0.1',
        '--fork',
        '1',
        ...flags,
      ],
    }),
    ready: { kind: 'path', path: '/readiness' },
  });
  const addresses = SUBGRAPH_NAMES.map((name) => `${name}=http://127.0.0.1:${ports[name]}/graphql`);
  return [
    own('raw node:http', CLASSIC_PROGRAMS.raw, [fixture]),
    own('graphql-js monolith', CLASSIC_PROGRAMS.monolith, [fixture]),
    {
      name: 'tributary',
      command: (port) => ({ args: [TRIBUTARY, 'serve', '--subgraphs', subgraphs, '--port', `${port}`] }),
      ready: { kind: 'line' },
    },
    hive('hive-gateway', []),
    hive('hive-gateway, Rust planner', ['--hive-router-runtime']),
    own('apollo-gateway', CLASSIC_PROGRAMS.apollo, [supergraph]),
    own('mercurius-gateway', CLASSIC_PROGRAMS.mercurius, addresses),
  ];
}
