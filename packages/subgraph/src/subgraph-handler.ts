/**
 * The Lambda handler of a subgraph: AppSync's direct-Lambda events in, single or batched, answers out.
 * Routing is AWS Lambda Powertools' AppSync resolver; around it: batches with items of several fields, entities,
 * and errors that keep their types.
 */
import { AppSyncGraphQLResolver } from '@aws-lambda-powertools/event-handler/appsync-graphql';
import type { AppSyncResolverEvent, Context } from 'aws-lambda';
import { bringAlong } from './along/bring-along.ts';
import { createSelectionReader } from './along/read-selection.ts';
import { withoutLoading } from './along/without-loading.ts';
import { type DataEnvelope, type ErrorEnvelope, toErrorEnvelope } from './envelope.ts';
import type { FieldResolver, FieldResolvers, SubgraphEvent } from './field-resolver.ts';
import { groupBy } from './group-by.ts';
import { type Outcome, settle } from './outcome.ts';
import { type EntityLoaders, resolveEntities } from './resolve-entities.ts';
import { SubgraphError } from './subgraph-error.ts';

export interface SubgraphHandlerOptions {
  /** Resolvers of root fields and of joined fields that take arguments. */
  readonly resolvers: FieldResolvers;
  /** Loaders of the entities that this subgraph contributes to, by type name. */
  readonly entities?: EntityLoaders;
}

export type SubgraphHandler = (event: unknown, context: Context) => Promise<unknown>;

type Envelope = DataEnvelope | ErrorEnvelope;
type OutcomeRoute = (events: readonly SubgraphEvent[]) => Promise<readonly Outcome[]>;

/**
 * Builds the handler.
 * - One event: the plain value; a SubgraphError as `{ data: null, errorMessage, errorType, errorInfo? }`; any other
 *   error is thrown on, so that Lambda reports a function error.
 * - A list of events (BatchInvoke): a list of `{ data }` or error envelopes, where one bad item fails alone.
 */
export function createSubgraphHandler(options: SubgraphHandlerOptions): SubgraphHandler {
  const app = new AppSyncGraphQLResolver();
  const entities = options.entities ?? {};
  const { resolvers } = options;
  const ofEntities: OutcomeRoute = async (events) => {
    const parts = events.map(withoutLoading);
    const outcomes = await resolveEntities(
      entities,
      parts.map(({ representations }) => representations),
    );
    return outcomes.map((outcome, index) =>
      outcome.kind === 'threw' ? outcome : { ...outcome, value: parts[index]?.restore(outcome.value) },
    );
  };
  register(app, { typeName: 'Query', fieldName: '_entities' }, withAlong(resolvers, ofEntities));
  for (const [typeName, fields] of Object.entries(resolvers)) {
    for (const [fieldName, resolver] of Object.entries(fields)) {
      register(app, { typeName, fieldName }, withAlong(resolvers, fieldRoute(resolver)));
    }
  }
  return async (event, context) =>
    Array.isArray(event) ? answerBatch(app, event, context) : answerSingle(app, event, context);
}

function fieldRoute(resolver: FieldResolver<unknown, never, never, never>): OutcomeRoute {
  // The event was made by AppSync from the schema that the resolver's types were generated from.
  const resolve = resolver as FieldResolver<unknown, unknown, SubgraphEvent, unknown>;
  return (events) =>
    Promise.all(events.map((event) => settle(() => resolve(event.arguments, event.source, event))));
}

/** Answers with the fields with arguments that events name as wanted below their own value. */
function withAlong(resolvers: FieldResolvers, route: OutcomeRoute): OutcomeRoute {
  return async (events) => {
    const outcomes = await route(events);
    const parts = { resolvers, readSelection: createSelectionReader() };
    return Promise.all(
      outcomes.map(async (outcome, index) => {
        const event = events[index];
        if (event === undefined || outcome.kind === 'threw') return outcome;
        const whole = await settle(() => bringAlong(parts, event, outcome.value));
        return whole.kind === 'threw' ? outcome : whole;
      }),
    );
  };
}

interface Route {
  readonly typeName: string;
  readonly fieldName: string;
}

/** Routes answer outcomes, not values: Powertools would turn what is thrown into a value without a type. */
function register(app: AppSyncGraphQLResolver, route: Route, resolve: OutcomeRoute): void {
  app.resolver(async (_args, { event }) => (await resolve([event]))[0], route);
  app.batchResolver((events: AppSyncResolverEvent<Record<string, unknown>>[]) => resolve(events), {
    ...route,
    aggregate: true,
  });
}

async function answerSingle(app: AppSyncGraphQLResolver, event: unknown, context: Context): Promise<unknown> {
  const outcome = (await app.resolve(event, context)) as Outcome | undefined;
  if (outcome === undefined) throw new TypeError('the event is not an AppSync direct Lambda event');
  if (outcome.kind === 'returned') return outcome.value ?? null;
  if (outcome.thrown instanceof SubgraphError) return toErrorEnvelope(outcome.thrown);
  throw outcome.thrown;
}

async function answerBatch(
  app: AppSyncGraphQLResolver,
  events: readonly unknown[],
  context: Context,
): Promise<readonly Envelope[]> {
  const indexed = events.map((event, position) => ({ event, position, route: routeOf(event) }));
  const groups = [...groupBy(indexed, (item) => item.route).values()];
  const envelopes: Envelope[] = [];
  await Promise.all(
    groups.map(async (group) => {
      const batch = group.map((item) => item.event);
      const outcomes = await settle(async () => (await app.resolve(batch, context)) as readonly Outcome[]);
      group.forEach((item, index) => {
        envelopes[item.position] = toEnvelope(outcomes.kind === 'threw' ? outcomes : outcomes.value?.[index]);
      });
    }),
  );
  return envelopes;
}

function toEnvelope(outcome: Outcome | undefined): Envelope {
  if (outcome === undefined) return toErrorEnvelope(new TypeError('not an AppSync direct Lambda event'));
  return outcome.kind === 'threw' ? toErrorEnvelope(outcome.thrown) : { data: outcome.value ?? null };
}

/** Powertools routes a batch by its first event, so each call gets events of one field only. */
function routeOf(event: unknown): string {
  const info = typeof event === 'object' && event !== null && 'info' in event ? event.info : undefined;
  if (typeof info !== 'object' || info === null) return '';
  if (!('parentTypeName' in info) || !('fieldName' in info)) return '';
  return `${String(info.parentTypeName)}.${String(info.fieldName)}`;
}
