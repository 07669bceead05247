export { buildContext } from './build-context.ts';
export type { ContextInput } from './build-context.ts';
export { contextFromParts } from './context-from-parts.ts';
export { MAX_CODE_CHARS } from './limits.ts';
export { loadCode } from './load-code.ts';
export type {
  CodeError,
  Evaluation,
  ExtensionCall,
  LoadedCode,
  LoadOptions,
  LoadResult,
  LogLine,
  ResolverContext,
  ResolverError,
} from './contract.ts';
export { toJsonObject } from './library/rds/to-json-object.ts';
