/** A conformance suite: a folder of data. See conformance/README.md for its files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CompileOptions, Contract, SubgraphSource } from '@tributary/compiler';

export interface SuiteSubgraph {
  readonly name: string;
  readonly source: SubgraphSource;
  /** Module with `resolvers` and `entities` for the subgraph kit. */
  readonly module: string;
}

export interface SuiteCase {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Path of the file that holds the expected answer and call counts. */
  readonly expectedFile: string;
}

export interface Suite {
  readonly name: string;
  readonly subgraphs: readonly SuiteSubgraph[];
  readonly cases: readonly SuiteCase[];
  /** Environment variables of the API. */
  readonly environment: Readonly<Record<string, string>>;
  /** With the contract whose tags choose what clients see, if there is one. */
  readonly options: CompileOptions;
}

const SUITES = join(import.meta.dirname, '..', 'suites');
const OPERATION = '.operation.graphql';
const MAX_BATCH_SIZE = 500;

export function suiteNames(): string[] {
  return readdirSync(SUITES).sort();
}

export function readSuite(name: string): Suite {
  const folder = join(SUITES, name);
  const files = readdirSync(folder).sort();
  return {
    name,
    environment: readJson(join(folder, 'environment.json')) as Record<string, string>,
    options: readOptions(join(folder, 'contract.json')),
    subgraphs: files
      .filter((file) => file.endsWith('.graphql') && !file.endsWith(OPERATION))
      .map((file) => readSubgraph(folder, file)),
    cases: files.filter((file) => file.endsWith(OPERATION)).map((file) => readCase(folder, file)),
  };
}

function readOptions(contractFile: string): CompileOptions {
  return existsSync(contractFile) ? { contract: readJson(contractFile) as Contract } : {};
}

function readSubgraph(folder: string, file: string): SuiteSubgraph {
  const name = basename(file, '.graphql');
  const source: SubgraphSource = {
    kind: 'lambda',
    name,
    sdl: readFileSync(join(folder, file), 'utf8'),
    file: `${basename(folder)}/${file}`,
    maxBatchSize: MAX_BATCH_SIZE,
    resolvers: [],
  };
  return { name, source, module: join(folder, `${name}.mjs`) };
}

function readCase(folder: string, file: string): SuiteCase {
  const name = basename(file, OPERATION);
  return {
    name,
    query: readFileSync(join(folder, file), 'utf8'),
    variables: readJson(join(folder, `${name}.variables.json`)) as Record<string, unknown>,
    expectedFile: join(folder, `${name}.expected.json`),
  };
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
