/** Compiles a project as its configuration says. */
import { compile, compileSupergraph } from '../compile.ts';
import type { CompileOptions, CompileResult } from '../compile.ts';
import type { Project } from './project.ts';
import { DEFAULT_MAX_BATCH_SIZE } from './default-batch-size.ts';

/** @param options - a contract here counts in place of the project's */
export function compileProject(
  { sources, contract, supergraph }: Pick<Project, 'sources' | 'contract' | 'supergraph'>,
  options: CompileOptions = {},
): CompileResult {
  if (supergraph !== undefined) {
    const { sdl, file } = supergraph;
    return compileSupergraph({ sdl, file, maxBatchSize: DEFAULT_MAX_BATCH_SIZE, subgraphs: sources });
  }
  const chosen = options.contract ?? contract;
  return compile(sources, chosen === undefined ? {} : { contract: chosen });
}
