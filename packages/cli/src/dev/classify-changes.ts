/** What a batch of changed files means for the running application. Pure. */
import { relative, sep } from 'node:path';
import type { ProjectSubgraph } from '@tributary/compiler/project';

export interface ChangeEffects {
  /** Schema, definition or resolver: compile again. */
  readonly api: boolean;
  /** Names of Lambda subgraphs whose handler may have changed. */
  readonly handlers: readonly string[];
  /** Something that only a new assembly can show. */
  readonly assembly: boolean;
  /** Something in the folder of the pages. */
  readonly pages: boolean;
}

export interface ClassifyContext {
  readonly rootDirectory: string;
  /** Folder of the pages' sources. */
  readonly pagesSource: string;
  readonly subgraphs: readonly ProjectSubgraph[];
  /** Absolute paths that the compiler read. */
  readonly compilerFiles: readonly string[];
}

/** @param changed - absolute paths of files that were written, added or deleted */
export function classifyChanges(changed: readonly string[], context: ClassifyContext): ChangeEffects {
  const isBelow = (directory: string, path: string): boolean => path.startsWith(directory + sep);
  const withoutTests = changed.filter((path) => !/\.test\.tsx?$|\.md$/.test(path));
  const relevant = withoutTests.filter((path) => !isBelow(context.pagesSource, path));
  const inputs = new Set(context.compilerFiles);
  const topFolder = (path: string): string | undefined => relative(context.rootDirectory, path).split(sep)[0];
  const isApiInput = (path: string): boolean =>
    inputs.has(path) || topFolder(path) === 'resolvers' || /(?:\.graphqls?|[\\/]subgraph\.ts)$/.test(path);
  const handlers = context.subgraphs
    .filter(({ definition }) => definition.kind === 'lambda')
    .filter(({ directory }) =>
      relevant.some((path) => isBelow(directory, path) && /\.(?:[cm]?[jt]s|json)$/.test(path)),
    )
    .map(({ name }) => name);
  return {
    api: relevant.some(isApiInput),
    handlers,
    assembly: relevant.length > 0,
    pages: relevant.length < withoutTests.length,
  };
}
