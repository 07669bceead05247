/**
 * AWS services for the Lambda functions, over HTTP on a port that only this machine reaches: DynamoDB, the Invoke
 * API of Lambda, EventBridge, SQS, SSM and Secrets Manager. Functions find them by the SDK's own variables, without a
 * change of code.
 */
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { EventServices } from '../events/contract.ts';
import { INTERNAL_KEEP_ALIVE_MS } from './limits.ts';
import { listen } from './listen.ts';

export interface InternalServices {
  /** Environment variables for functions. AWS SDKs and Tools reference guide, "Service-specific endpoints". */
  readonly environment: Readonly<Record<string, string>>;
  readonly url: string;
  /** The services exist after the port, since functions are told the port when their host is made. */
  connect(services: {
    readonly dynamodb: RequestListener;
    readonly lambda: RequestListener;
    readonly events: Pick<EventServices, 'serves' | 'handleHttp'>;
  }): void;
  close(): void;
}

export async function startInternalServices(): Promise<InternalServices> {
  const server = createServer({ keepAliveTimeout: INTERNAL_KEEP_ALIVE_MS });
  const port = await listen(server, { port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    environment: {
      AWS_ENDPOINT_URL_DYNAMODB: url,
      AWS_ENDPOINT_URL_EVENTBRIDGE: url,
      AWS_ENDPOINT_URL_LAMBDA: url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
      AWS_ENDPOINT_URL_SQS: url,
      AWS_ENDPOINT_URL_SSM: url,
    },
    connect({ dynamodb, lambda, events }) {
      server.on('request', (request, response) => {
        const isLambda = request.url?.startsWith('/2015-03-31/functions/') === true;
        if (isLambda) lambda(request, response);
        else if (events.serves(request)) events.handleHttp(request, response);
        else dynamodb(request, response);
      });
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
