/** A GraphQL-over-HTTP subgraph behind AppSync. */
export type { Answer, AnswerError, ErrorInfo } from './answer.ts';
export type { AdapterConfig, HttpSubgraphSettings } from './config.ts';
export { completeSettings, readSettings } from './config.ts';
export type { Adapter } from './create-adapter.ts';
export { adapterOf, createAdapter } from './create-adapter.ts';
export type { ClientEdges, SubgraphClient } from './create-subgraph-client.ts';
export { createSubgraphClient } from './create-subgraph-client.ts';
export { divideErrors } from './divide-errors.ts';
export type { EntitiesPart, Representation } from './operation/operation-part.ts';
export { headerTexts } from './read-event.ts';
export type { AdapterEvent } from './read-event.ts';
export { valueKey } from './selection/index.ts';
export type { AbstractShape, FieldShape, ObjectShape, SubgraphShape, TypeShape } from './shape.ts';
