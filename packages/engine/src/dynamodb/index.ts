export type {
  AttributeMap,
  AttributeValue,
  DynamoDb,
  DynamoDbServiceError,
  ItemChange,
  OpenDynamoDbOptions,
} from './contract.ts';
export { answerRequest } from './answer-request.ts';
export type { DynamoDbAnswer, DynamoDbRequest } from './answer-request.ts';
export { connectDynamoDb } from './endpoint/connect-dynamodb.ts';
export { ensureEndpointTable } from './endpoint/ensure-endpoint-table.ts';
export { ensureTable } from './ensure-table.ts';
export { openDynamoDb } from './open-dynamodb.ts';
export { seedTable } from './seed-table.ts';
export { isServiceError } from './service-error.ts';
