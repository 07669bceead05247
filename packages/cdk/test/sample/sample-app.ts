/** A small application for the tests: one Lambda subgraph, one DynamoDB subgraph, and an API over both. */
import { App, Stack } from 'aws-cdk-lib';
import { fileURLToPath } from 'node:url';
import type { AppSyncApi } from '@tributary/compiler';
import type { SubgraphDefinition } from '@tributary/subgraph/definition';
import { FederatedApi, Subgraph, toApiKeyExpiry } from '../../src/index.ts';

const directoryOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export const notesDefinition: SubgraphDefinition = {
  name: 'notes',
  kind: 'lambda',
  table: { partitionKey: { name: 'id', type: 'S' } },
  environment: { GREETING: 'hello' },
  asks: ['live-shelf'],
};

export const shelfDefinition: SubgraphDefinition = {
  name: 'live-shelf',
  kind: 'dynamodb',
  table: {
    partitionKey: { name: 'pk', type: 'S' },
    sortKey: { name: 'sk', type: 'S' },
    indexes: [{ name: 'bySku', partitionKey: { name: 'sku', type: 'S' } }],
    ttlAttribute: 'expiresAt',
    seed: './seed',
  },
  entities: { Book: [{ key: 'id', attributes: { pk: 'BOOK#{id}' } }] },
};

const PASS = 'export const request = () => ({});\nexport const response = (ctx) => ctx.prev.result;\n';

export const sampleApi: AppSyncApi = {
  schema: 'type Query {\n  note(id: ID!): String\n  book(id: ID!): String\n}\n',
  supergraphSdl: '',
  dataSources: [
    { kind: 'none', name: 'none' },
    { kind: 'lambda', name: 'notes', subgraph: 'notes' },
    { kind: 'dynamodb', name: 'live_shelf_table', subgraph: 'live-shelf' },
    { kind: 'entity-reader', name: 'live_shelf_entities', subgraph: 'live-shelf' },
  ],
  functions: [
    { name: 'askNotes', dataSource: 'notes', code: PASS, maxBatchSize: 500, description: 'notes' },
    {
      name: 'askShelf',
      dataSource: 'live_shelf_entities',
      code: PASS,
      maxBatchSize: 0,
      description: 'books',
    },
  ],
  resolvers: [
    {
      kind: 'pipeline',
      typeName: 'Query',
      fieldName: 'note',
      code: PASS,
      functions: ['askNotes', 'askShelf'],
    },
    {
      kind: 'unit',
      typeName: 'Query',
      fieldName: 'book',
      dataSource: 'live_shelf_table',
      code: 'import { get } from "@aws-appsync/utils/dynamodb";\nexport const request = (ctx) => get({ key: ctx.args });\n',
      maxBatchSize: 0,
    },
  ],
};

export interface SampleOptions {
  readonly outputDirectory?: string;
  readonly api?: AppSyncApi;
}

/** Builds the application: stacks `Notes`, `Shelf` and `Gateway`. */
export function createSampleApp(options: SampleOptions = {}): {
  app: App;
  notes: Stack;
  shelf: Stack;
  gateway: Stack;
} {
  const app = new App({
    analyticsReporting: false,
    builtinCloudFormationValidation: false,
    ...(options.outputDirectory === undefined ? {} : { outdir: options.outputDirectory }),
  });
  const notes = new Stack(app, 'Notes');
  const shelf = new Stack(app, 'Shelf');
  const gateway = new Stack(app, 'Gateway');
  const subgraphs = [
    new Subgraph(notes, 'Subgraph', { definition: notesDefinition, directory: directoryOf('notes') }),
    new Subgraph(shelf, 'Subgraph', { definition: shelfDefinition, directory: directoryOf('shelf') }),
  ] as const;
  subgraphs[0].askEntitiesOf(subgraphs[1]);
  new FederatedApi(gateway, 'Api', {
    name: 'sample',
    api: options.api ?? sampleApi,
    subgraphs,
    apiKeyExpiresAt: toApiKeyExpiry(new Date('2026-11-21T00:00:00Z')),
  });
  return { app, notes, shelf, gateway };
}
