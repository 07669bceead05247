/** The compiler's edge to the file system: a project folder -> SubgraphSource values. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SubgraphDefinition } from '@tributary/subgraph/definition';
import type { GraphQLSchema } from 'graphql';
import { loadSubgraphs } from '../1-load/load-subgraphs.ts';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { SubgraphSource } from '../model/subgraph-source.ts';
import { subgraphSchema } from './argument-defaults-of.ts';
import { bundleResolvers } from './bundle-resolvers.ts';
import { DEFAULT_MAX_BATCH_SIZE } from './default-batch-size.ts';
import { findResolvers } from './find-resolvers.ts';
import { fromRoot } from './from-root.ts';
import type { Project, ProjectSubgraph } from './project.ts';
import { readConfiguration } from './read-configuration.ts';
import { readDefinition } from './read-definition.ts';
import { subgraphsOfSupergraph } from './subgraphs-of-supergraph.ts';

/** Reads `tributary.json`, `subgraphs/<folder>/subgraph.ts` and what the definitions name. */
export async function loadProject(rootDirectory: string): Promise<Result<Project>> {
  const root = resolve(rootDirectory);
  const configuration = readConfiguration(root);
  const supergraph = configuration.ok ? configuration.value.supergraph : undefined;
  const schema = supergraph === undefined ? 'required' : 'optional';
  const loaded = await Promise.all(definitionFiles(root).map((file) => loadSubgraph(root, file, schema)));
  const diagnostics = loaded.flatMap((one) => (one.ok ? [] : one.error));
  if (!configuration.ok) return err([...configuration.error, ...diagnostics]);
  if (loaded.length === 0 && supergraph === undefined)
    diagnostics.push(createDiagnostic('PROJECT_NO_SUBGRAPHS', {}));
  if (diagnostics.length > 0) return err(diagnostics);
  const values = loaded.flatMap((one) => (one.ok ? [one.value] : []));
  const defined = values.map(({ subgraph }) => subgraph);
  const added = supergraph === undefined ? ok([]) : subgraphsOfSupergraph(supergraph, defined, root);
  if (!added.ok) return added;
  return ok({
    rootDirectory: root,
    subgraphs: [...defined, ...added.value],
    sources: values.map(({ source }) => source),
    contract: configuration.value.contract,
    supergraph,
    files: [...configuration.value.files, ...values.flatMap(({ files }) => files)],
  });
}

function definitionFiles(root: string): string[] {
  const folder = join(root, 'subgraphs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name, 'subgraph.ts'))
    .filter((file) => existsSync(file))
    .sort();
}

interface LoadedProjectSubgraph {
  readonly subgraph: ProjectSubgraph;
  readonly source: SubgraphSource;
  readonly files: readonly string[];
}

async function loadSubgraph(
  root: string,
  definitionFile: string,
  schema: 'required' | 'optional',
): Promise<Result<LoadedProjectSubgraph>> {
  const definitionPath = fromRoot(root, definitionFile);
  const read = await readDefinition(definitionFile);
  if (!read.ok) {
    return err([
      createDiagnostic('PROJECT_INVALID_DEFINITION', { file: definitionPath, reason: read.error }),
    ]);
  }
  const definition = read.value;
  const directory = resolve(definitionFile, '..');
  const schemaFile = resolve(directory, definition.schema ?? './schema.graphql');
  const hasSchema = existsSync(schemaFile);
  if (!hasSchema && schema === 'required') {
    const parameters = {
      file: fromRoot(root, schemaFile),
      subgraph: definition.name,
      definition: definitionPath,
    };
    return err([createDiagnostic('PROJECT_FILE_MISSING', parameters)]);
  }
  const common = {
    name: definition.name,
    sdl: hasSchema ? readFileSync(schemaFile, 'utf8') : '',
    file: fromRoot(root, schemaFile),
  };
  const found = findResolvers(resolversFolder(root, directory, definition));
  const resolvers = await bundleResolvers(root, found, schemaOf(common));
  if (!resolvers.ok) return resolvers;
  return ok({
    subgraph: { name: definition.name, directory, definition },
    source: toSource(definition, { ...common, resolvers: resolvers.value }),
    files: [definitionFile, ...(hasSchema ? [schemaFile] : []), ...found.flatMap(({ files }) => files)],
  });
}

function toSource(
  definition: SubgraphDefinition,
  common: Pick<SubgraphSource, 'name' | 'sdl' | 'file' | 'resolvers'>,
): SubgraphSource {
  if (definition.kind === 'dynamodb') {
    return { ...common, kind: 'dynamodb', entities: definition.entities ?? {} };
  }
  const { kind, maxBatchSize = DEFAULT_MAX_BATCH_SIZE } = definition;
  return { ...common, kind, maxBatchSize };
}

function resolversFolder(root: string, directory: string, definition: SubgraphDefinition): string {
  const named = definition.kind === 'dynamodb' ? definition.resolvers : undefined;
  return named === undefined ? join(root, 'resolvers', definition.name) : resolve(directory, named);
}

function schemaOf(common: Pick<SubgraphSource, 'name' | 'sdl' | 'file'>): GraphQLSchema | undefined {
  const loaded = loadSubgraphs([{ ...common, kind: 'lambda', maxBatchSize: 1, resolvers: [] }]);
  const [only] = loaded.ok ? loaded.value : [];
  return only === undefined ? undefined : subgraphSchema(only.composable);
}
