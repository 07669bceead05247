/** A GraphQL-over-HTTP subgraph behind AppSync. */
export type { Answer, AnswerError, ErrorInfo } from './answer.ts';
export type { AdapterConfig, HttpSubgraphSettings } from './config.ts';
export { completeSettings, readSettings } from './config.ts';
export type { Adapter, AdapterEdges } from './create-adapter.ts';
export { createAdapter } from './create-adapter.ts';
export type { AbstractShape, FieldShape, ObjectShape, SubgraphShape, TypeShape } from './shape.ts';
