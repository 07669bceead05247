/** The file-system edge of the compiler. */
export { loadProject } from './load-project.ts';
export type { Project, ProjectSubgraph } from './project.ts';
export { schemaFiles } from './schema-files.ts';
