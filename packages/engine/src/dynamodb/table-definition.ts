/** A table as DescribeTable shows it and as the database stores it. */
import dynalite from 'dynalite/db/index.js';
import type { AttributeMap } from './contract.ts';
import { validationException } from './service-error.ts';

export interface KeySchemaElement {
  readonly AttributeName: string;
  readonly KeyType: string;
}

export interface SecondaryIndex {
  readonly IndexName: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
}

export interface Throughput {
  readonly ReadCapacityUnits: number;
  readonly WriteCapacityUnits: number;
}

export interface GlobalSecondaryIndex extends SecondaryIndex {
  readonly ProvisionedThroughput?: Throughput;
}

export interface AttributeDefinition {
  readonly AttributeName: string;
  readonly AttributeType: string;
}

/** `TableDescription` of the API; members that this folder only stores and shows are left untyped. */
export interface TableDefinition extends Readonly<Record<string, unknown>> {
  readonly TableName: string;
  readonly TableArn: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly AttributeDefinitions: readonly AttributeDefinition[];
  readonly GlobalSecondaryIndexes?: readonly GlobalSecondaryIndex[];
  readonly LocalSecondaryIndexes?: readonly SecondaryIndex[];
}

export type IndexScope = 'global' | 'local';

export interface ScopedIndex {
  readonly scope: IndexScope;
  readonly index: SecondaryIndex;
}

/** All secondary indexes of a table. */
export function indexesOf(table: TableDefinition): ScopedIndex[] {
  return [
    ...(table.GlobalSecondaryIndexes ?? []).map((index) => ({ scope: 'global' as const, index })),
    ...(table.LocalSecondaryIndexes ?? []).map((index) => ({ scope: 'local' as const, index })),
  ];
}

/** The primary key attributes of an item. */
export function keysOf(item: Readonly<AttributeMap>, table: TableDefinition): AttributeMap {
  return Object.fromEntries(
    table.KeySchema.map(({ AttributeName }) => [AttributeName, item[AttributeName] ?? {}]),
  );
}

/**
 * The sortable text of an item's primary key.
 * @throws DynamoDbServiceError when `source` is no key (`Key`) or has none (`Item`) of this table
 */
export function primaryKeyOf(
  source: { kind: 'item' | 'key'; attributes: AttributeMap },
  table: TableDefinition,
): string {
  const check = source.kind === 'item' ? dynalite.validateItem : dynalite.validateKey;
  const fault = check(source.attributes, table);
  if (fault) throw fault;
  return dynalite.createKey(source.attributes, table);
}

/**
 * Keys of secondary indexes may not be empty, although other attributes may.
 * @throws DynamoDbServiceError naming the index
 * @see DynamoDB API reference, "AttributeValue"
 */
export function checkIndexKeys(item: Readonly<AttributeMap>, table: TableDefinition): void {
  for (const { index } of indexesOf(table)) {
    for (const { AttributeName } of index.KeySchema) {
      const value = item[AttributeName];
      if (value?.S !== '' && value?.B !== '') continue;
      throw validationException(
        'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
          `The AttributeValue for a key attribute cannot contain an empty ${value.S === '' ? 'string' : 'binary'} value. ` +
          `IndexName: ${index.IndexName}, IndexKey: ${AttributeName}`,
      );
    }
  }
}
