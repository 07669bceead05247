/** The file of `serve --subgraphs`: `[{ "name", "url", "sdl" }]`, with settings of the adapter beside them. */
import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { completeSettings, readSettings } from '@tributary/http-subgraph';
import type { HttpSubgraphSettings } from '@tributary/http-subgraph';
import { CallError } from '../call-error.ts';
import { InputError } from '../input-error.ts';
import { fetchSdl } from './fetch-sdl.ts';

export interface ServedSubgraph {
  readonly name: string;
  readonly sdl: string;
  /** Where messages say that the SDL is: a file, or `<subgraphs file>#<name>`. */
  readonly file: string;
  readonly settings: HttpSubgraphSettings;
}

const FIX =
  'Write [{ "name": "products", "url": "http://localhost:4001/graphql", "sdl": "products.graphql" }]; without "sdl" the subgraph is asked for it.';

/**
 * Reads the file; SDL is text, the name of a file beside it, or asked of the subgraph (`_service { sdl }`).
 * @throws CallError when the file can't be read; InputError for what is wrong in it, with the place
 */
export async function readSubgraphsFile(path: string): Promise<readonly ServedSubgraph[]> {
  const file = relative(process.cwd(), path) || path;
  const entries = parseEntries(await readText(path, file), file);
  return Promise.all(
    entries.map((entry, index) => readEntry(entry, { file, index, directory: dirname(path) })),
  );
}

/** The file beside a supergraph: settings by subgraph, without SDL. */
export async function readOverrides(path: string): Promise<ReadonlyMap<string, HttpSubgraphSettings>> {
  const file = relative(process.cwd(), path) || path;
  const entries = parseEntries(await readText(path, file), file);
  return new Map(
    entries.map((entry, index) => {
      const { name, place } = readName(entry, file, index);
      return [name, settingsOf(entry, place)];
    }),
  );
}

async function readText(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CallError(
      `${file} can't be read: ${reason}.`,
      'Name a JSON file with subgraphs in --subgraphs.',
    );
  }
}

function parseEntries(text: string, file: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
      FIX,
    );
  }
  if (Array.isArray(value) && value.length > 0) return value as readonly unknown[];
  throw new InputError(`${file} must hold a list of subgraphs.`, FIX);
}

interface EntryPlace {
  readonly file: string;
  readonly index: number;
  readonly directory: string;
}

async function readEntry(entry: unknown, { file, index, directory }: EntryPlace): Promise<ServedSubgraph> {
  const { name, place } = readName(entry, file, index);
  const settings = settingsOf(entry, place);
  const sdl = textOf(entry, 'sdl');
  if (sdl === undefined) return { name, settings, sdl: await fetchSdl(settings, place), file: settings.url };
  if (sdl.includes('{')) return { name, settings, sdl, file: `${file}#${name}` };
  const sdlPath = resolve(directory, sdl);
  const sdlFile = relative(process.cwd(), sdlPath);
  return { name, settings, sdl: await readText(sdlPath, sdlFile), file: sdlFile };
}

function readName(entry: unknown, file: string, index: number): { name: string; place: string } {
  const name = textOf(entry, 'name');
  const place = `${file}: subgraph ${name === undefined ? `no. ${String(index + 1)}` : `"${name}"`}`;
  if (name !== undefined && /^[a-z][a-z0-9-]*$/.test(name)) return { name, place };
  throw new InputError(`${place} needs a "name" of lower-case letters, digits and dashes.`, FIX);
}

function settingsOf(entry: unknown, place: string): HttpSubgraphSettings {
  try {
    return completeSettings(readSettings(entry));
  } catch (error) {
    throw new InputError(`${place}: ${error instanceof Error ? error.message : String(error)}.`, FIX);
  }
}

function textOf(entry: unknown, name: string): string | undefined {
  const value: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
