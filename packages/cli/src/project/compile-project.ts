/** Loads and compiles the project of a folder: what `dev`, `compose`, `check` and `plan` start with. */
import type { Compilation, CompileOptions, Diagnostic } from '@tributary/compiler';
import { compileProject as compileLoaded, loadProject } from '@tributary/compiler/project';
import type { Project } from '@tributary/compiler/project';
import { existsSync } from 'node:fs';
import { CallError } from '../call-error.ts';

export interface CompiledProject {
  readonly project: Project;
  readonly compilation: Compilation;
}

export type CompileProjectResult =
  | { readonly ok: true; readonly value: CompiledProject }
  /** `project` is there when it could be loaded: its files are worth watching. */
  | { readonly ok: false; readonly error: readonly Diagnostic[]; readonly project: Project | undefined };

/** @throws CallError when the folder does not exist or holds no subgraphs */
export async function compileProject(
  rootDirectory: string,
  options: CompileOptions = {},
): Promise<CompileProjectResult> {
  if (!existsSync(rootDirectory)) {
    throw new CallError(
      `Folder ${rootDirectory} does not exist.`,
      'Name the folder of your application in --project.',
    );
  }
  const project = await loadProject(rootDirectory);
  if (!project.ok) {
    if (project.error.some(({ code }) => code === 'PROJECT_NO_SUBGRAPHS')) throw noSubgraphs(rootDirectory);
    return { ok: false, error: project.error, project: undefined };
  }
  if (project.value.subgraphs.length === 0) throw noSubgraphs(rootDirectory);
  const compiled = compileLoaded(project.value, options);
  if (!compiled.ok) return { ok: false, error: compiled.error, project: project.value };
  return { ok: true, value: { project: project.value, compilation: compiled.compilation } };
}

function noSubgraphs(rootDirectory: string): CallError {
  return new CallError(
    `There are no subgraphs in ${rootDirectory}.`,
    'Add subgraphs/<name>/subgraph.ts with a schema.graphql beside it, or name another folder in --project.',
  );
}
