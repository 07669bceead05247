/**
 * The four subgraphs of the classic benchmark in one process. graphql-js answers each request body once; after that it
 * is ready as bytes, so that the subgraphs cost as little as they can. Usage: node subgraphs.js FIXTURE PORT...
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { graphql } from 'graphql';
import { readGraphData } from '../../classic/graph-data.ts';
import { SUBGRAPH_NAMES, subgraphValues } from '../../classic/graph.ts';
import type { SubgraphName, SubgraphValues, Value } from '../../classic/graph.ts';
import { buildSubgraphSchema } from './subgraph-schema.ts';

/** Far more than one operation needs; a gateway that makes every body different must not fill the memory. */
const MAX_READY_ANSWERS = 5000;

/**
 * Milliseconds. Node.js closes idle connections after 5 s, and a gateway may send into one that is about to be: with many
 * contenders its turn comes later than that.
 */
const KEEP_ALIVE_MS = 120_000;

const [fixture = '', ...ports] = process.argv.slice(2);
const values = subgraphValues(readGraphData(fixture));

function serve(name: SubgraphName, port: number, { root, entity }: SubgraphValues): Promise<void> {
  const sdl = readFileSync(join(fixture, `${name}.graphql`), 'utf8');
  const schema = buildSubgraphSchema(sdl);
  const rootValue = {
    ...root,
    _service: { sdl },
    _entities: ({ representations }: { representations: readonly Value[] }) => representations.map(entity),
  };
  const ready = new Map<string, Buffer>();
  const answer = async (body: string): Promise<Buffer> => {
    const known = ready.get(body);
    if (known !== undefined) return known;
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const result = await graphql({ schema, source: query, rootValue, variableValues: variables ?? null });
    const bytes = Buffer.from(JSON.stringify(result));
    if (ready.size < MAX_READY_ANSWERS) ready.set(body, bytes);
    return bytes;
  };
  const server = createServer((request, response) => {
    void buffer(request)
      .then((body) => answer(body.toString()))
      .then((bytes) => response.setHeader('content-type', 'application/json').end(bytes));
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}

await Promise.all(SUBGRAPH_NAMES.map((name, at) => serve(name, Number(ports[at]), values[name])));
console.log('ready ');
