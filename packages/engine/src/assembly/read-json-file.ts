import { readFile } from 'node:fs/promises';
import { isRecord } from '../model/is-record.ts';
import { AssemblyFault } from './load-assembly-options.ts';

/** @throws AssemblyFault when the file is missing or holds no JSON object */
export async function readJsonFile(path: string): Promise<Readonly<Record<string, unknown>>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new AssemblyFault(`The file ${path} can't be read.`, { cause });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AssemblyFault(`The file ${path} is not JSON: ${String(cause)}`, { cause });
  }
  if (isRecord(value)) return value;
  throw new AssemblyFault(`The file ${path} does not hold a JSON object.`);
}
