/** One API, ready to answer: schema built, resolver code loaded, plans made. */
import type { GraphQLObjectType } from 'graphql';
import { createApiCache } from '../caching/index.ts';
import type { DataSource } from '../data-sources/index.ts';
import type { ApiModel } from '../model/app-model.ts';
import { loadCode } from '../runtime/index.ts';
import type { ApiExecutor, PublishedEvent } from './contract.ts';
import { createDocumentCache } from './document/document-cache.ts';
import type { Engine } from './engine.ts';
import { executeRequest } from './execute-request.ts';
import { createListeners } from './listeners.ts';
import { APPSYNC_BEHAVIOR, type FidelityOptions, type ResolverLogEvent } from './request-scope.ts';
import { REQUEST_TIMEOUT_MS, type StartTimer, startSystemTimer } from './deadline.ts';
import { loadResolvers } from './resolvers/load-resolvers.ts';
import type { NativeResolver, StartsTogether } from './resolvers/native-resolver.ts';
import { buildApiSchema } from './schema/build-api-schema.ts';
import { checkResolverTargets } from './schema/check-resolver-targets.ts';
import { createSchemaPlan } from './schema/schema-plan.ts';
import { subscribeToField } from './subscriptions/subscribe-to-field.ts';
import { checkSubscriptions } from './subscriptions/check-subscriptions.ts';
import { readSubscribedMutations } from './subscriptions/subscribed-mutations.ts';

export interface CreateApiExecutorOptions {
  readonly api: ApiModel;
  /** By name, from createDataSources. */
  readonly dataSources: ReadonlyMap<string, DataSource>;
  /** By `Type.field`: what answers in place of the model's resolvers. Their answers are not cached. */
  readonly nativeResolvers?: ReadonlyMap<string, NativeResolver>;
  /** Which root fields of mutations, with native resolvers, do not wait for each other; all wait when absent. */
  readonly startsTogether?: StartsTogether;
  /** `console` lines of resolver code. */
  readonly log: (event: ResolverLogEvent) => void;
  /** Milliseconds since the epoch; Date.now when absent. */
  readonly now?: () => number;
  readonly random?: () => number;
  /** Where to differ from AppSync's reported behavior; as AppSync when absent. */
  readonly fidelity?: Partial<FidelityOptions>;
  /** Time for one request in milliseconds; AppSync's 30 seconds when absent. */
  readonly requestTimeoutMs?: number;
  /** Counts the time of a request; the system's timer when absent. */
  readonly startTimer?: StartTimer;
}

export type CreateApiExecutorResult =
  | { readonly ok: true; readonly executor: ApiExecutor }
  /** For people: what AppSync would refuse, with resolver name and line where there is one. */
  | { readonly ok: false; readonly errors: readonly string[] };

/** @returns the executor, or everything that is wrong with the schema and the resolvers */
export function createApiExecutor(options: CreateApiExecutorOptions): CreateApiExecutorResult {
  const { api, dataSources } = options;
  const built = buildApiSchema(api.schema);
  if (!built.ok) return built;
  const clock = {
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(options.random === undefined ? {} : { random: options.random }),
  };
  const loaded = loadResolvers({
    api,
    dataSources,
    natives: options.nativeResolvers,
    loadCode,
    clock,
  });
  const misplaced = [
    ...checkSubscriptions(built.schema),
    ...checkResolverTargets(built.schema, api.resolvers),
  ];
  if (!loaded.ok) return { ok: false, errors: [...misplaced, ...loaded.errors] };
  if (misplaced.length > 0) return { ok: false, errors: misplaced };
  const now = options.now ?? Date.now;
  const cached = createApiCache(api, now);
  if (!cached.ok) return cached;

  const behavior = { ...APPSYNC_BEHAVIOR, ...options.fidelity };
  const typeNames = new WeakMap<object, string>();
  const engine: Engine = {
    plan: createSchemaPlan(built.schema, loaded.resolvers, {
      defaultMode: api.defaultAuthentication,
      hasAdditionalModes: api.additionalAuthentication.length > 0,
      deniesUndecorated: (api.authenticationProviders ?? []).some(
        (provider) => provider.type === 'AMAZON_COGNITO_USER_POOLS' && provider.defaultAction === 'DENY',
      ),
    }),
    documents: createDocumentCache(built.schema, {
      isIntrospectionEnabled: api.isIntrospectionEnabled,
      inlinesFragments: behavior.inlinesFragments,
    }),
    cache: cached.cache,
    subscribers: readSubscribedMutations(built.schema),
    environment: Object.freeze({ ...api.environment }),
    startsTogether: options.startsTogether,
    limits: {
      queryDepth: api.queryDepthLimit === 0 ? Number.POSITIVE_INFINITY : api.queryDepthLimit,
      resolverCount: api.resolverCountLimit,
    },
    options: behavior,
    requestTimeoutMs: options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    startTimer: options.startTimer ?? startSystemTimer,
    now,
    log: options.log,
    published: createListeners<PublishedEvent>(),
    invalidated: createListeners<{ subscriptionField: string; payload: unknown }>(),
    noteType: (value: object, type: GraphQLObjectType) => void typeNames.set(value, type.name),
    typeNameOf: (value) => typeNames.get(value) ?? value['__typename'],
  };
  return {
    ok: true,
    executor: {
      execute: (request) => executeRequest(engine, request),
      subscribe: (request) => subscribeToField(engine, request),
      onPublish: (listener) => engine.published.add(listener),
      onInvalidate: (listener) => engine.invalidated.add(listener),
      flushCache: () => engine.cache.flush(),
    },
  };
}
