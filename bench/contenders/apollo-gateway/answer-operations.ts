/**
 * Apollo Gateway for one operation at a time, of any supergraph. Usage: node answer-operations.js PORT
 * Takes `{ supergraph, query, variables }` and answers what the gateway answers.
 */
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import type { AskedOperation } from '../../calls/asked-operation.ts';
import { serveAnswers } from '../../calls/serve-answers.ts';

const [port = ''] = process.argv.slice(2);
let current: { readonly supergraph: string; readonly server: Promise<ApolloServer> } | undefined;

async function startGateway(supergraphSdl: string): Promise<ApolloServer> {
  const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }) });
  await server.start();
  return server;
}

async function answer({ supergraph, query, variables }: AskedOperation): Promise<unknown> {
  if (current?.supergraph !== supergraph) current = { supergraph, server: startGateway(supergraph) };
  const server = await current.server;
  const { body } = await server.executeOperation({ query, variables });
  return body.kind === 'single' ? body.singleResult : body.initialResult;
}

serveAnswers(port, answer);
