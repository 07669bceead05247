/** A plain GraphQL server over HTTP that remembers what it was asked. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execute, parse, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { text } from 'node:stream/consumers';

export interface ReceivedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface ServedSchema {
  readonly url: string;
  /** In the order received. */
  readonly received: ReceivedOperation[];
  stop(): Promise<void>;
}

export async function serveSchema(schema: GraphQLSchema): Promise<ServedSchema> {
  const received: ReceivedOperation[] = [];
  const server = createServer((request, response) => {
    void answer(request).then((body) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    });
  });

  async function answer(request: Parameters<typeof text>[0]): Promise<unknown> {
    const { query, variables } = JSON.parse(await text(request)) as ReceivedOperation;
    received.push({ query, variables });
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors };
    return execute({ schema, document, variableValues: variables });
  }

  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/graphql`,
    received,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
