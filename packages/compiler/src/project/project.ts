/** A project on disk: its subgraphs with their definitions, and the compiler's input made from them. */
import type { SubgraphDefinition } from '@tributary/subgraph/definition';
import type { SubgraphSource } from '../model/subgraph-source.ts';

export interface ProjectSubgraph {
  readonly name: string;
  /** Absolute folder of subgraph.ts. */
  readonly directory: string;
  readonly definition: SubgraphDefinition;
}

export interface Project {
  readonly rootDirectory: string;
  readonly subgraphs: readonly ProjectSubgraph[];
  readonly sources: readonly SubgraphSource[];
  /** Absolute paths of the files that `sources` came from. */
  readonly files: readonly string[];
}
