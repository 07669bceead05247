/** What a subgraph imports. */
export type { AlongCall, AlongInput, AlongInputs, AlongTable, AlongType } from './along/along-table.ts';
export { defineSubgraph } from './definition.ts';
export type {
  AttributeType,
  DynamoDbSubgraphDefinition,
  EntityLookup,
  HttpSubgraphDefinition,
  IndexDefinition,
  KeyAttribute,
  LambdaSubgraphDefinition,
  SubgraphDefinition,
  TableDefinition,
} from './definition.ts';
export { byKeys, type EntityAnswer, type EntityLoader, type KeyLoader } from './entity-loader.ts';
export type { DataEnvelope, ErrorEnvelope } from './envelope.ts';
export type { FieldResolver, FieldResolvers, SubgraphEvent } from './field-resolver.ts';
export { checkLimit } from './page-limit.ts';
export { parsePageToken, toPageToken } from './page-token.ts';
export type { Reference } from './reference.ts';
export type { Representation } from './representation.ts';
export type { EntityLoaders } from './resolve-entities.ts';
export { SubgraphError } from './subgraph-error.ts';
export {
  createSubgraphHandler,
  type SubgraphHandler,
  type SubgraphHandlerOptions,
} from './subgraph-handler.ts';
