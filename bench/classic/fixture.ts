/** A folder with all that the classic benchmark needs: schemas, data, operation and the answer that is expected. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, execute, parse } from 'graphql';
import { generateData } from './generate-data.ts';
import { monolithRoot } from './graph.ts';

export interface Fixture {
  /** Absolute. */
  readonly directory: string;
  readonly operation: string;
  /** `data` of the answer. */
  readonly expected: unknown;
}

const OWN = import.meta.dirname;

/** Writes the project's own fixture. @param directory - emptied first */
export async function writeOwnFixture(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await cp(join(OWN, 'schemas'), directory, { recursive: true });
  await cp(join(OWN, 'operation.graphql'), join(directory, 'operation.graphql'));
  const data = generateData();
  const { data: answer, errors } = await execute({
    schema: buildSchema(await readFile(join(directory, 'merged.graphql'), 'utf8')),
    document: parse(await readFile(join(directory, 'operation.graphql'), 'utf8')),
    rootValue: monolithRoot(data),
  });
  if (errors !== undefined) throw new Error(`the classic operation fails: ${errors.join('; ')}`);
  await writeFile(join(directory, 'data.json'), JSON.stringify(data));
  await writeFile(join(directory, 'expected.json'), JSON.stringify({ data: answer }));
}

/** @throws Error when a file is missing */
export async function readFixture(directory: string): Promise<Fixture> {
  const read = (name: string) => readFile(join(directory, name), 'utf8');
  const { data } = JSON.parse(await read('expected.json')) as { data: unknown };
  return { directory, operation: await read('operation.graphql'), expected: data };
}
