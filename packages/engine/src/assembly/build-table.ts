import { isAbsolute, join } from 'node:path';
import { isRecord } from '../model/is-record.ts';
import type { StreamViewType, TableModel } from '../model/app-model.ts';
import { resourceArn } from './resource-arn.ts';
import { physicalName } from './resource-names.ts';
import { readProperties } from './resource-properties.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

/** AWS::DynamoDB::Table and AWS::DynamoDB::GlobalTable, whose other regions do not matter here. */
export function buildTable(scope: StackScope, resource: TemplateResource): TableModel {
  const properties = readProperties(scope, resource);
  const around = scope.surroundings(resource);
  const tableName = physicalName(resource, around);
  const globalIndexes = properties.list('GlobalSecondaryIndexes').map(toIndex);
  const localIndexes = properties.list('LocalSecondaryIndexes').map(toIndex);
  const timeToLive = properties.record('TimeToLiveSpecification');
  const isTtlOn = timeToLive['Enabled'] === true || timeToLive['Enabled'] === 'true';
  const streamViewType = toStreamViewType(properties.record('StreamSpecification')['StreamViewType']);
  const seed = scope.evaluate(resource.metadata['tributary:seed']);
  return {
    tableName,
    logicalId: resource.logicalId,
    arn: resourceArn(resource, around),
    createTableInput: {
      TableName: tableName,
      AttributeDefinitions: properties.list('AttributeDefinitions'),
      KeySchema: properties.list('KeySchema'),
      BillingMode: 'PAY_PER_REQUEST',
      ...(globalIndexes.length > 0 ? { GlobalSecondaryIndexes: globalIndexes } : {}),
      ...(localIndexes.length > 0 ? { LocalSecondaryIndexes: localIndexes } : {}),
      ...(streamViewType === undefined
        ? {}
        : { StreamSpecification: { StreamEnabled: true, StreamViewType: streamViewType } }),
    },
    streamViewType,
    ttlAttribute:
      isTtlOn && typeof timeToLive['AttributeName'] === 'string' ? timeToLive['AttributeName'] : undefined,
    seedDirectory: typeof seed === 'string' ? resolvePath(scope.directory, seed) : undefined,
  };
}

function toStreamViewType(value: unknown): StreamViewType | undefined {
  switch (value) {
    case 'KEYS_ONLY':
    case 'NEW_IMAGE':
    case 'OLD_IMAGE':
    case 'NEW_AND_OLD_IMAGES':
      return value;
    default:
      return undefined;
  }
}

/** Capacity settings have no meaning for on-demand tables. */
function toIndex(index: unknown): Readonly<Record<string, unknown>> {
  const { IndexName, KeySchema, Projection } = isRecord(index) ? index : {};
  return { IndexName, KeySchema, Projection };
}

function resolvePath(directory: string, path: string): string {
  return isAbsolute(path) ? path : join(directory, path);
}
