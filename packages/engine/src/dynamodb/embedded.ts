/** Entry `@tributary/engine/dynamodb`: the embedded DynamoDB by itself, and what loads when an application has tables. */
export type { AttributeMap, AttributeValue, DynamoDb, OpenDynamoDbOptions } from './contract.ts';
export { ensureTable } from './ensure-table.ts';
export { openDynamoDb } from './open-dynamodb.ts';
export { seedTable } from './seed-table.ts';
