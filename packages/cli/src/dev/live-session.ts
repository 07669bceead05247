/** The second half of `dev`: brings each batch of changed files into the running engine. */
import { formatBundleFailure } from '@tributary/cdk/bundle';
import type { AppSyncApi } from '@tributary/compiler';
import { schemaFiles } from '@tributary/compiler/project';
import type { ProjectSubgraph } from '@tributary/compiler/project';
import { CallError } from '../call-error.ts';
import { compileProject } from '../project/compile-project.ts';
import { writeStaleFiles } from '../project/schema-folder.ts';
import { formatDuration } from '../terminal/format-step.ts';
import { printDiagnostics } from '../terminal/print-diagnostics.ts';
import { classifyChanges } from './classify-changes.ts';
import { createLiveHandlers } from './live-handlers.ts';
import { createLivePages } from './live-pages.ts';
import { createReassembly } from './reassembly.ts';
import type { DevContext, StartedDev } from './start-dev.ts';

export interface LiveSession {
  /** @param changed - absolute paths; the next batch waits until this one is done */
  readonly apply: (changed: readonly string[]) => Promise<void>;
}

export async function createLiveSession(
  context: DevContext,
  { engine, compiled }: StartedDev,
): Promise<LiveSession> {
  const { paths, terminal } = context;
  const { colors } = terminal;
  const handlers = createLiveHandlers(paths.live);
  const pages = createLivePages(context);
  const reassembly = await createReassembly(context, engine);
  let { project } = compiled;
  let { api } = compiled.compilation;
  /** What does not build at the moment: `api`, or the name of a subgraph. An assembly made now would fail. */
  const broken = new Set<string>();

  const reportBroken = (part: string, what: string): void => {
    broken.add(part);
    terminal.printError(`\n${colors.red('✗')} ${what}; the last good version goes on serving.`);
  };
  const reportGood = (part: string, what: string): void => {
    if (broken.delete(part)) terminal.print(`${colors.green('✓')} recovered: ${what}`);
    else terminal.print(`${colors.green('✓')} ${what}`);
  };

  const updateApi = async (): Promise<void> => {
    const startedAtMs = performance.now();
    const next = await compileProject(paths.root);
    if (!next.ok) {
      printDiagnostics(terminal, next.error);
      return reportBroken('api', 'the API does not compile');
    }
    const previous = api;
    ({ project } = next.value);
    ({ api } = next.value.compilation);
    await writeStaleFiles(paths.schema, schemaFiles(api));
    if (!isSubset(dataSourceNames(api), dataSourceNames(previous))) {
      return reportGood(
        'api',
        'the API compiles; it has new data sources and follows with the next assembly',
      );
    }
    const updated = engine.updateApi(api);
    if (!updated.ok) {
      terminal.printError(updated.errors.join('\n'));
      return reportBroken('api', 'the engine refuses the new API');
    }
    reportGood('api', `api updated in ${formatDuration(performance.now() - startedAtMs)}`);
  };

  const updateHandler = async (subgraph: ProjectSubgraph): Promise<void> => {
    const startedAtMs = performance.now();
    try {
      const directory = await handlers.rebuild(subgraph);
      if (directory !== undefined) engine.reloadSubgraphHandler(subgraph.name, directory);
      const duration = formatDuration(performance.now() - startedAtMs);
      if (directory !== undefined)
        reportGood(subgraph.name, `handler of ${subgraph.name} reloaded in ${duration}`);
      else if (broken.has(subgraph.name))
        reportGood(subgraph.name, `handler of ${subgraph.name} builds again`);
    } catch (error) {
      const explanation = await formatBundleFailure(error, {
        directory: subgraph.directory,
        relativeTo: paths.root,
      });
      if (explanation === undefined) throw error;
      terminal.printError(explanation);
      reportBroken(subgraph.name, `the handler of ${subgraph.name} does not build`);
    }
  };

  const apply = async (changed: readonly string[]): Promise<void> => {
    const { rootDirectory, subgraphs, files } = project;
    const { pagesSource } = paths;
    const effects = classifyChanges(changed, { rootDirectory, pagesSource, subgraphs, compilerFiles: files });
    if (effects.pages) pages.request();
    const edited = subgraphs.filter(({ name }) => effects.handlers.includes(name));
    await Promise.all(edited.map(updateHandler));
    if (effects.api) await updateApi().catch(reportCallError);
    if (broken.size > 0) reassembly.cancel();
    else if (effects.assembly) reassembly.request();
  };

  /** For example: the last subgraph was deleted while the server runs. */
  function reportCallError(error: unknown): void {
    if (!(error instanceof CallError)) throw error;
    reportBroken('api', `${error.message} ${error.fix}`);
  }

  return { apply };
}

function dataSourceNames({ dataSources }: AppSyncApi): ReadonlySet<string> {
  return new Set(dataSources.map(({ name }) => name));
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((name) => whole.has(name));
}
