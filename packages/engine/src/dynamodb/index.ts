/** What every application needs of DynamoDB. The database itself is loaded by those that have one: ./embedded.ts. */
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
export { ensureEndpointTable } from './endpoint/ensure-endpoint-table.ts';
export { ensureTable } from './ensure-table.ts';
export { openOnUse } from './open-on-use.ts';
export { isServiceError } from './service-error.ts';
