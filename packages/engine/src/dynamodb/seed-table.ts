/** Seed data: plain JSON files into an empty table. */
import { marshall } from '@aws-sdk/util-dynamodb';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttributeMap, DynamoDb } from './contract.ts';
import { isRecord } from '../model/is-record.ts';

/**
 * Puts the items of all `*.json` files of a folder, in name order, into a table that has no items yet.
 * All in one write: a crash leaves the table empty, to be seeded the next time, or whole.
 * @param directory - each file is a list of plain-JSON items
 * @returns how many items were put; 0 when the table had items
 * @throws Error that names the file when it is not such a list
 */
export async function seedTable(database: DynamoDb, tableName: string, directory: string): Promise<number> {
  const { Count } = await database.call('Scan', { TableName: tableName, Limit: 1, Select: 'COUNT' });
  if (Count !== 0) return 0;
  const fileNames = (await readdir(directory)).filter((name) => name.endsWith('.json')).sort();
  const items = (await Promise.all(fileNames.map((name) => readItems(join(directory, name))))).flat();
  await database.importItems(tableName, items);
  return items.length;
}

async function readItems(file: string): Promise<AttributeMap[]> {
  const items = parseJson(file, await readFile(file, 'utf8'));
  if (!Array.isArray(items) || !items.every(isRecord)) throw new Error(`${file}: expected a list of items`);
  return items.map((item) =>
    Object.fromEntries(Object.entries(marshall(item)).map(([name, value]) => [name, { ...value }])),
  );
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: not valid JSON`, { cause: error });
  }
}
