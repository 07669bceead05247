/** Everything that clients reach, over an application that may be replaced at any time. */
import { randomUUID } from 'node:crypto';
import { createAuthorizer, localIdentitiesOf, readAccessKeys } from '../authorization/index.ts';
import type { DynamoDb } from '../dynamodb/index.ts';
import type { RequestTrace } from '../execution/index.ts';
import type { LambdaHost } from '../lambda-host/index.ts';
import type { EngineOptions } from '../contract.ts';
import type { RealtimeEndpoint, SubscriptionRegistry } from '../realtime/index.ts';
import { createRealtimeEndpoint } from '../realtime/index.ts';
import type { Routes } from '../server/index.ts';
import { createGraphqlEndpoint, createRoutes, createTraceLog, REMEMBERED_REQUESTS } from '../server/index.ts';
import type { UserPoolStorage } from '../user-pools/index.ts';
import { createUserPoolEndpoint, createUserPoolService } from '../user-pools/index.ts';
import { fetchJson } from './fetch-json.ts';
import type { RunningApp } from './running-app.ts';

export interface Front {
  readonly routes: Routes;
  readonly realtime: RealtimeEndpoint;
}

export interface FrontParts {
  readonly app: RunningApp;
  readonly registry: SubscriptionRegistry;
  readonly dynamodb: DynamoDb;
  readonly lambda: LambdaHost;
  readonly userPoolStorage: UserPoolStorage;
}

export function buildFront(options: EngineOptions, parts: FrontParts): Front {
  const { app, registry, dynamodb, lambda } = parts;
  const { apiKey, log, staticDirectory } = options;
  const traces = createTraceLog(REMEMBERED_REQUESTS);
  const warn = (text: string): void => log({ kind: 'warning', text });
  const userPools = createUserPoolService({
    models: () => app.model().userPools ?? [],
    storage: parts.userPoolStorage,
    now: Date.now,
    deliver: (text) => log({ kind: 'notice', text }),
  });
  const shared = {
    activeApi: () => app.activeApi(),
    authorize: createAuthorizer({
      api: () => app.activeApi().model,
      account: () => app.model(),
      identities: () => localIdentitiesOf(app.model()),
      lambda,
      extraApiKey: apiKey,
      accessKeys: readAccessKeys(process.env['TRIBUTARY_ACCESS_KEYS']),
      localKeySet: (issuer) => userPools.keySet(issuer),
      fetchJson,
      now: Date.now,
      warn,
    }),
    warn,
    newRequestId: randomUUID,
  };
  const realtime = createRealtimeEndpoint({ ...shared, registry, now: Date.now });
  const onTrace = (trace: RequestTrace): void => {
    traces.add(trace);
    const { operationName, durationMs, errorCount } = trace;
    log({ kind: 'request', operationName, durationMs, errorCount });
  };
  const routes = createRoutes({
    ...shared,
    graphql: createGraphqlEndpoint({ ...shared, onTrace }),
    realtime,
    userPools: createUserPoolEndpoint(userPools),
    dynamodb: (request, response) => dynamodb.handleHttp(request, response),
    console: {
      activeApi: shared.activeApi,
      traces,
      openSockets: () => realtime.openSockets(),
      openSocketCount: () => realtime.openSocketCount(),
      tables: () => app.model().tables,
      dynamodb,
      functions: () => app.model().lambdaFunctions,
      functionActivity: (functionName) => lambda.activity(functionName),
      identities: () => localIdentitiesOf(app.model()),
      killFunction: (functionName) => lambda.kill(functionName),
      users: () => userPools.users(),
      signIn: (user) => userPools.signIn(user),
      region: () => app.model().region,
      now: Date.now,
    },
    health: () => ({ status: 'ok', api: app.activeApi().model.name, region: app.model().region }),
    apiKey,
    application: () => app.model(),
    staticDirectory,
  });
  return { routes, realtime };
}
