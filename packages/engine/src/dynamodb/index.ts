export type {
  AttributeMap,
  AttributeValue,
  DynamoDb,
  DynamoDbServiceError,
  ItemChange,
  OpenDynamoDbOptions,
} from './contract.ts';
export { ensureTable } from './ensure-table.ts';
export { openDynamoDb } from './open-dynamodb.ts';
export { seedTable } from './seed-table.ts';
export { isServiceError } from './service-error.ts';
