/** Public entry of the engine. */
export type { ApiUpdate, EngineLogEvent, EngineOptions, RunningEngine } from './contract.ts';
export { ensureTable, openDynamoDb, seedTable } from './dynamodb/index.ts';
export type { DynamoDb, OpenDynamoDbOptions } from './dynamodb/index.ts';
export { startEngine } from './engine.ts';
export type { DataSourceCallTrace, RequestTrace } from './execution/index.ts';
export { EngineStartError } from './start-error.ts';
export type { StartErrorKind } from './start-error.ts';
