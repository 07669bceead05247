/**
 * The AppSync simulator of Amplify over the shelf. Its Lambda data sources call functions of this process.
 * Usage: node server.js PORT FOLDER_OF_THE_SHELF
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  AmplifyAppSyncSimulator,
  AmplifyAppSyncSimulatorAuthenticationType,
  RESOLVER_KIND,
} from '@aws-amplify/amplify-appsync-simulator';
import { resolvers } from '../../applications/shelf/resolvers.ts';

type Handler = (event: unknown) => Promise<unknown>;

const [port = '', shelf = ''] = process.argv.slice(2);
const module = pathToFileURL(join(shelf, 'functions', 'index.mjs')).href;
const { books, authors } = (await import(module)) as { books: Handler; authors: Handler };

const simulator = new AmplifyAppSyncSimulator({ port: Number(port) });
simulator.init({
  schema: { content: readFileSync(join(shelf, 'schema.graphql'), 'utf8') },
  appSync: {
    name: 'shelf',
    apiKey: 'da2-local',
    defaultAuthenticationType: { authenticationType: AmplifyAppSyncSimulatorAuthenticationType.API_KEY },
    additionalAuthenticationProviders: [],
  },
  dataSources: [
    { name: 'none', type: 'NONE' },
    { name: 'books', type: 'AWS_LAMBDA', invoke: books },
    { name: 'authors', type: 'AWS_LAMBDA', invoke: authors },
  ],
  resolvers: resolvers.map(({ typeName, fieldName, dataSource, requestTemplate, responseTemplate }) => ({
    kind: RESOLVER_KIND.UNIT as const,
    typeName,
    fieldName,
    dataSourceName: dataSource,
    requestMappingTemplate: requestTemplate,
    responseMappingTemplate: responseTemplate,
  })),
});
await simulator.start();
console.log(`ready http://127.0.0.1:${port}`);
