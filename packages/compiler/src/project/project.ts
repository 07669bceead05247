/** A project on disk: its subgraphs with their definitions, and the compiler's input made from them. */
import type { SubgraphDefinition } from '@tributary/subgraph/definition';
import type { Contract } from '../model/contract.ts';
import type { SubgraphSource } from '../model/subgraph-source.ts';
import type { ProjectSupergraph } from './read-configuration.ts';

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
  /** The part of the API that is compiled; undefined: all of it. */
  readonly contract: Contract | undefined;
  /** Composed elsewhere; undefined: the subgraphs are composed. */
  readonly supergraph: ProjectSupergraph | undefined;
  /** Absolute paths of the files that all of this came from. */
  readonly files: readonly string[];
}
