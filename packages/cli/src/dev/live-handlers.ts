/** Bundles edited handlers into `.tributary/live/<subgraph>` for the running engine. */
import { bundleHandler, writeHandlerBundle } from '@tributary/cdk/bundle';
import type { ProjectSubgraph } from '@tributary/compiler/project';
import { join } from 'node:path';

export interface LiveHandlers {
  /**
   * Bundles the handler of a Lambda subgraph anew.
   * @returns the folder to run it from; undefined when the code is the one that already runs
   * @throws esbuild's BuildFailure
   */
  rebuild(subgraph: ProjectSubgraph): Promise<string | undefined>;
}

/** @param liveDirectory - absolute folder for the bundles */
export function createLiveHandlers(liveDirectory: string): LiveHandlers {
  const codeBySubgraph = new Map<string, string>();
  return {
    rebuild: async ({ name, directory, definition }) => {
      if (definition.kind !== 'lambda') return undefined;
      const bundle = await bundleHandler({ entryPoint: definition.handler ?? './handler.ts', directory });
      if (codeBySubgraph.get(name) === bundle.code) return undefined;
      codeBySubgraph.set(name, bundle.code);
      const target = join(liveDirectory, name);
      writeHandlerBundle(bundle, target);
      return target;
    },
  };
}
