/** What `serve` compiles: the subgraphs of a file, or a supergraph composed elsewhere. */
import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { compile, compileSupergraph } from '@tributary/compiler';
import type { CompileResult } from '@tributary/compiler';
import type { HttpSubgraphSettings } from '@tributary/http-subgraph';
import { CallError } from '../call-error.ts';
import { InputError } from '../input-error.ts';
import { readOverrides, readSubgraphsFile } from './read-subgraphs-file.ts';

export interface ServedFiles {
  readonly subgraphs?: string;
  readonly supergraph?: string;
}

export interface ServedApi {
  readonly compiled: CompileResult;
  /** Of each subgraph, by name. */
  readonly settings: ReadonlyMap<string, HttpSubgraphSettings>;
}

/** AppSync accepts 1 to 2,000 (service quotas, 2026-11-21). */
const MAX_BATCH_SIZE = 2_000;

/** @throws CallError for files that can't be read, InputError for what is wrong in them */
export async function compileServed({ subgraphs, supergraph }: ServedFiles): Promise<ServedApi> {
  if (supergraph !== undefined) return compileReady(resolve(supergraph), subgraphs);
  if (subgraphs === undefined) {
    throw new CallError('serve needs subgraphs.', 'Name a file in --subgraphs or --supergraph.');
  }
  const served = await readSubgraphsFile(resolve(subgraphs));
  return {
    compiled: compile(
      served.map(({ name, sdl, file }) => ({
        kind: 'http',
        name,
        sdl,
        file,
        maxBatchSize: MAX_BATCH_SIZE,
        resolvers: [],
      })),
    ),
    settings: new Map(served.map(({ name, settings }) => [name, settings])),
  };
}

async function compileReady(path: string, overridesFile: string | undefined): Promise<ServedApi> {
  const file = relative(process.cwd(), path);
  const overrides =
    overridesFile === undefined
      ? new Map<string, HttpSubgraphSettings>()
      : await readOverrides(resolve(overridesFile));
  const urls = new Map([...overrides].map(([name, { url }]) => [name, url]));
  const compiled = compileSupergraph({ sdl: await readText(path), file, maxBatchSize: MAX_BATCH_SIZE, urls });
  if (!compiled.ok) return { compiled, settings: overrides };
  const { urls: addresses } = compiled.compilation.model;
  const settings = new Map([...addresses].map(([name, url]) => [name, overrides.get(name) ?? { url }]));
  for (const source of compiled.value.dataSources) {
    if (source.kind === 'lambda') {
      throw new InputError(
        `${file}: subgraph "${source.subgraph}" has no address.`,
        `Give join__Graph a url, or name { "name": "${source.subgraph}", "url": ... } in --subgraphs.`,
      );
    }
    if (source.kind === 'http') {
      const own = overrides.get(source.subgraph);
      if (own !== undefined) settings.set(source.subgraph, own);
    }
  }
  const unknown = [...overrides.keys()].find((name) => !settings.has(name));
  if (unknown === undefined) return { compiled, settings };
  throw new InputError(
    `${overridesFile ?? ''}: the supergraph has no subgraph "${unknown}".`,
    `It has ${[...settings.keys()].join(', ')}.`,
  );
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CallError(
      `${path} can't be read: ${reason}.`,
      'Name a file with a supergraph in --supergraph.',
    );
  }
}
