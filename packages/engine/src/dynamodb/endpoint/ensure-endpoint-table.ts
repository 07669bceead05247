/** Creates a table at an endpoint when it is absent. One that is there may be others' too: nothing of it is changed. */
import { setTimeout as wait } from 'node:timers/promises';
import { isRecord } from '../../model/is-record.ts';
import type { DynamoDb } from '../contract.ts';
import { ensureTimeToLive } from '../ensure-table.ts';
import { isServiceError } from '../service-error.ts';

/** Milliseconds between looks whether a new table can be used. */
const PAUSE_MS = 500;

/** @throws DynamoDbServiceError when the endpoint refuses */
export async function ensureEndpointTable(
  database: Pick<DynamoDb, 'call'>,
  createTableInput: Readonly<Record<string, unknown>>,
  ttlAttribute: string | undefined,
): Promise<'created' | 'existing'> {
  const TableName = String(createTableInput.TableName);
  if ((await statusOf(database, TableName)) !== undefined) return 'existing';
  await database.call('CreateTable', createTableInput);
  while ((await statusOf(database, TableName)) !== 'ACTIVE') await wait(PAUSE_MS);
  await ensureTimeToLive(database, TableName, ttlAttribute);
  return 'created';
}

async function statusOf(database: Pick<DynamoDb, 'call'>, TableName: string): Promise<unknown> {
  try {
    const { Table } = await database.call('DescribeTable', { TableName });
    return isRecord(Table) ? Table.TableStatus : undefined;
  } catch (error) {
    if (isServiceError(error) && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}
