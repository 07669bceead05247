/**
 * Contract between the transports (HTTP, real-time WebSocket) and the execution of one AppSync API.
 * The transports know sockets and credentials; the executor knows GraphQL, resolvers and data sources.
 */
import type { AuthenticationType } from '../model/app-model.ts';

/** Who calls: the outcome of authorization, before any field is looked at. */
export interface Caller {
  readonly authenticationType: AuthenticationType;
  /** `ctx.identity`, in the shape that AppSync gives for the mode; null for API keys. */
  readonly identity: unknown;
  /** `Type.field` of fields that a Lambda authorizer denies to this caller; none when absent. */
  readonly deniedFields?: readonly string[];
}

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
  /** Lower-case names, without `cookie`. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly caller: Caller;
  /** `x-amzn-RequestId` of the answer and of the trace. */
  readonly requestId: string;
}

/** An entry of `errors`, with exactly the keys that AppSync sends for its kind. */
export type GraphqlErrorEntry = Readonly<Record<string, unknown>>;

export interface GraphqlAnswer {
  /** 200, or 400 for the request-level errors of the transport table. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly GraphqlErrorEntry[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
  readonly trace: RequestTrace;
}

/** One accepted subscription: what delivery needs, without the socket. */
export interface AcceptedSubscription {
  readonly fieldName: string;
  readonly mutations: readonly string[];
  /** Argument filters: only arguments that are written in the document; a bound omitted variable is null. */
  readonly argumentFilter: Readonly<Record<string, unknown>>;
  /** Enhanced filter set by the subscription's resolver; replaces the argument filter. */
  readonly filter: unknown;
  readonly invalidationFilter: unknown;
  /** Equal for subscriptions of one executor whose `toPayload` gives the same for every event. */
  readonly payloadKey: string;
  /** Completes a published object to the subscriber's selection: the payload of a `data` frame. */
  readonly toPayload: (published: unknown) => {
    readonly data: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly GraphqlErrorEntry[];
  };
}

export type SubscribeResult =
  | { readonly ok: true; readonly subscription: AcceptedSubscription }
  | { readonly ok: false; readonly errors: readonly GraphqlErrorEntry[] };

/** A mutation field that succeeded and that at least one Subscription field lists in `@aws_subscribe`. */
export interface PublishedEvent {
  readonly mutationField: string;
  readonly subscriptionFields: readonly string[];
  /** The mutation's result, limited to its selection set and keyed by its response keys. */
  readonly value: unknown;
}

export interface ApiExecutor {
  execute(request: GraphqlRequest): Promise<GraphqlAnswer>;
  subscribe(request: GraphqlRequest): Promise<SubscribeResult>;
  /** @returns a function that removes the listener */
  onPublish(listener: (event: PublishedEvent) => void): () => void;
  onInvalidate(listener: (event: { subscriptionField: string; payload: unknown }) => void): () => void;
  /** FlushApiCache: nothing is cached any more. */
  flushCache(): void;
}

/** What happened to one request, for the console and for tests that count data-source calls. */
export interface RequestTrace {
  readonly requestId: string;
  readonly operationName: string | undefined;
  readonly startedAtEpochMs: number;
  readonly durationMs: number;
  readonly query: string;
  readonly resolverCount: number;
  readonly errorCount: number;
  /** Number of requests for each data source of the API (a BatchInvoke chunk is one). */
  readonly dataSourceCalls: Readonly<Record<string, number>>;
  readonly calls: readonly DataSourceCallTrace[];
}

export interface DataSourceCallTrace {
  readonly dataSource: string;
  readonly operation: string;
  /** `Type.field`, or `Type.field/functionName` in a pipeline. */
  readonly resolver: string;
  /** Response path of the (first) field that asked, e.g. `orders.items.0.customer`. */
  readonly path: string;
  /** Items of a batch; 1 otherwise. */
  readonly batchSize: number;
  readonly startOffsetMs: number;
  readonly durationMs: number;
  readonly error: string | undefined;
}
