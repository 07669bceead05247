/** The first half of `dev`: named steps from the files of a project to a running engine. */
import type { RunningEngine } from '@tributary/engine';
import { schemaFiles } from '@tributary/compiler/project';
import { compileProject } from '../project/compile-project.ts';
import type { CompiledProject } from '../project/compile-project.ts';
import { writeStaleFiles } from '../project/schema-folder.ts';
import { startServer } from '../project/start-server.ts';
import type { ServerOptions } from '../server-options.ts';
import { printDiagnostics } from '../terminal/print-diagnostics.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { visibleHints } from '../terminal/visible-hints.ts';
import { assemble, discardStaleAssembly, hashInputs } from './assemble.ts';
import { buildPages, hasPages } from './build-pages.ts';
import type { HashStore } from './hash-store.ts';
import type { ProjectPaths } from './project-paths.ts';
import { StepError } from './step-error.ts';
import { createStepPrinter } from './step-printer.ts';

export interface DevContext {
  readonly options: ServerOptions;
  readonly paths: ProjectPaths;
  readonly hashes: HashStore;
  readonly terminal: Terminal;
  readonly stop: AbortSignal;
}

export interface StartedDev {
  readonly engine: RunningEngine;
  readonly compiled: CompiledProject;
}

/**
 * Compiles, assembles and starts the engine while Vite builds the pages on the other core.
 * @returns undefined when the project does not compile; its diagnostics are printed then
 * @throws CallError for a call that can't work, InputError or StepError when a step fails on the user's files
 */
export async function startDev(context: DevContext): Promise<StartedDev | undefined> {
  const { options, paths, hashes, terminal, stop } = context;
  const step = createStepPrinter(terminal, () => performance.now());
  const compiled = await step('compile', () => compileProject(paths.root));
  if (!compiled.ok) {
    printDiagnostics(terminal, compiled.error);
    return undefined;
  }
  const { api } = compiled.value.compilation;
  const hints = visibleHints(compiled.value.compilation.hints);
  if (hints.length > 0) printDiagnostics(terminal, hints);
  await writeStaleFiles(paths.schema, schemaFiles(api));
  const inputHash = await hashInputs(paths.root);
  await discardStaleAssembly({ paths, hashes }, inputHash);
  await Promise.all([
    step('assemble', () => assemble({ paths, hashes, stop }, inputHash)),
    hasPages(paths)
      ? step('pages', () => buildPages({ paths, hashes, stop })).catch(explainPages)
      : undefined,
  ]);
  if (stop.aborted) return undefined;
  const engine = await step('engine', () =>
    startServer(
      {
        ...options,
        source: { assemblyDirectory: paths.assembly },
        pagesDirectory: hasPages(paths) ? paths.pages : undefined,
      },
      terminal,
    ),
  );
  return { engine, compiled: compiled.value };

  /** The API is worth running without its pages. */
  function explainPages(error: unknown): void {
    if (!(error instanceof StepError)) throw error;
    if (!stop.aborted)
      terminal.printError(`${terminal.colors.yellow('warning')} ${error.message}\n${error.output}`);
  }
}
