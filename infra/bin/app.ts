/** What cdk.json runs: compiles the subgraphs of this repository and synthesizes their stacks. */
import { fileURLToPath } from 'node:url';
import { formatDiagnostic } from '@tributary/compiler';
import type { Diagnostic } from '@tributary/compiler';
import { compileProject, loadProject } from '@tributary/compiler/project';
import { createWarehouseApp } from '../stacks/warehouse-app.ts';

const rootDirectory = fileURLToPath(new URL('../..', import.meta.url));

const project = await loadProject(rootDirectory);
if (!project.ok) refuse(project.error);
const compiled = compileProject(project.value);
if (!compiled.ok) refuse(compiled.error);
createWarehouseApp({ project: project.value, api: compiled.value, now: new Date() }).app.synth();

function refuse(diagnostics: readonly Diagnostic[]): never {
  const color = process.stderr.isTTY === true;
  console.error(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, { color })).join('\n\n'));
  process.exit(1);
}
