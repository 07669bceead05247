export { loadAssembly } from './load-assembly.ts';
export type { LoadAssemblyOptions, LoadAssemblyResult } from './load-assembly-options.ts';
