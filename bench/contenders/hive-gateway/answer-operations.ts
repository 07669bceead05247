/**
 * Hive Gateway with its Rust planner for one operation at a time, of any supergraph. Usage: node answer-operations.js PORT
 * Takes `{ supergraph, query, variables }` and answers what the gateway answers.
 */
import { createGatewayRuntime } from '@graphql-hive/gateway';
import type { GatewayRuntime } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { AskedOperation } from '../../calls/asked-operation.ts';
import { serveAnswers } from '../../calls/serve-answers.ts';

const [port = ''] = process.argv.slice(2);
let current: { readonly supergraph: string; readonly gateway: GatewayRuntime } | undefined;

function startGateway(supergraph: string): GatewayRuntime {
  return createGatewayRuntime({ supergraph: () => supergraph, unifiedGraphHandler, logging: false });
}

async function answer({ supergraph, query, variables }: AskedOperation): Promise<unknown> {
  if (current?.supergraph !== supergraph) current = { supergraph, gateway: startGateway(supergraph) };
  const response = await current.gateway.fetch('http://127.0.0.1/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

serveAnswers(port, answer);
