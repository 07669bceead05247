/** Public entry of the engine. */
export type {
  ApiUpdate,
  AssemblySource,
  EngineLogEvent,
  EngineOptions,
  EngineSettings,
  ModelSource,
  RunningEngine,
} from './contract.ts';
export type { DynamoDb, OpenDynamoDbOptions } from './dynamodb/index.ts';
export { startEngine } from './engine.ts';
export type { ResolverError } from './runtime/contract.ts';
export type {
  DataSourceCallTrace,
  FidelityOptions,
  MutationField,
  NativeCall,
  NativeFault,
  NativeField,
  NativeResolver,
  NativeResult,
  RequestTrace,
  StartsTogether,
} from './execution/index.ts';
export { applyApiUpdate } from './lifecycle/apply-api-update.ts';
export type { InProcessFunction } from './lambda-host/index.ts';
export type { ApiModel, AppModel } from './model/app-model.ts';
export { EngineStartError } from './start-error.ts';
export type { StartErrorKind } from './start-error.ts';
