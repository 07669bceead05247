/** The file-system edge of the compiler. */
export { compileProject } from './compile-project.ts';
export { loadProject } from './load-project.ts';
export type { Project, ProjectSubgraph } from './project.ts';
export { configurationFiles } from './read-configuration.ts';
export type { ProjectSupergraph } from './read-configuration.ts';
export { schemaFiles } from './schema-files.ts';
