/** graphql-js over the same graph in one schema, with parsed documents kept. Usage: node monolith.js PORT FIXTURE */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildSchema, execute, parse } from 'graphql';
import type { DocumentNode } from 'graphql';
import { readGraphData } from '../../classic/graph-data.ts';
import { monolithRoot } from '../../classic/graph.ts';

const [port = '', fixture = ''] = process.argv.slice(2);
const schema = buildSchema(readFileSync(join(fixture, 'merged.graphql'), 'utf8'));
const rootValue = monolithRoot(readGraphData(fixture));
const documents = new Map<string, DocumentNode>();

async function answer(body: string): Promise<string> {
  const { query } = JSON.parse(body) as { query: string };
  const document = documents.get(query) ?? parse(query);
  documents.set(query, document);
  return JSON.stringify(await execute({ schema, document, rootValue }));
}

createServer((request, response) => {
  void text(request)
    .then(answer)
    .then((json) => response.setHeader('content-type', 'application/json').end(json));
}).listen(Number(port), '127.0.0.1', () => console.log('ready '));
