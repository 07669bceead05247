/** Parameters and secrets for the assembly: from a file of the user, and from the command line, which goes before it. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CallError } from '../call-error.ts';
import type { ServerOptions } from '../server-options.ts';
import { isRecord } from '../is-record.ts';

export interface GivenValues {
  readonly parameters: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** @throws CallError for a file that can't be read or is not of the form */
export async function readValues({ values, parameter, secret }: ServerOptions): Promise<GivenValues> {
  const file = values === undefined ? {} : await readJson(resolve(values));
  return {
    parameters: { ...toTexts(file['parameters']), ...parameter },
    secrets: { ...toTexts(file['secrets']), ...secret },
  };
}

async function readJson(path: string): Promise<Readonly<Record<string, unknown>>> {
  const fix = 'Write { "parameters": { "/name": "value" }, "secrets": { "name": "value" } } into it.';
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw new CallError(`The file ${path} of --values can't be read.`, fix);
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // The same to the user as a file without an object.
  }
  throw new CallError(`The file ${path} of --values does not hold a JSON object.`, fix);
}

/** A secret of several fields may be written as an object: it is JSON for those who read it. */
function toTexts(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      typeof each === 'string' ? each : JSON.stringify(each),
    ]),
  );
}
