/** One subgraph as a GraphQL server that is asked: what the adapter and resolvers in the gateway's own process share. */
import type { Answer } from './answer.ts';
import type { AdapterConfig } from './config.ts';
import type { EventPlan, OperationPart } from './operation/operation-part.ts';
import { planEvent } from './operation/operation-part.ts';
import type { AdapterEvent } from './read-event.ts';
import type { Translate } from './selection/index.ts';
import { createTranslator } from './selection/index.ts';
import { createCircuitBreaker } from './transport/circuit-breaker.ts';
import type { Headers } from './transport/operation-window.ts';
import { createOperationWindow } from './transport/operation-window.ts';
import type { PostJson } from './transport/post-json.ts';
import { createPostJson } from './transport/post-json.ts';
import { createRequestEntities } from './transport/request-entities.ts';
import { createSendOperation } from './transport/send-operation.ts';

export interface SubgraphClient {
  readonly name: string;
  /** What one event of a resolver needs of the subgraph. @throws Error for a field that the subgraph does not have */
  plan(event: AdapterEvent): EventPlan;
  readonly translate: Translate;
  /**
   * One answer for a root field, one for each representation otherwise. Entities that the same request has asked for
   * already are not asked for again.
   * @param request - an object of the client's request; when absent, requests are told apart by their trace header, and
   * every field of a mutation is sent by itself
   */
  ask(part: OperationPart, headers: Headers, request?: object): Promise<readonly Answer[]>;
}

export interface ClientEdges {
  readonly post: PostJson;
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly afterwards: (flush: () => void) => void;
  /** Makes equal parts of an answer one object; not for callers that change what they get. */
  readonly sharesEqual: boolean;
}

/** AWS gives every request one of its own. AWS X-Ray developer guide, "Tracing header". */
const TRACE_HEADER = 'x-amzn-trace-id';

const NODE_EDGES = {
  nowMs: () => Date.now(),
  sleep: (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms)),
  afterwards: (flush: () => void) => void setImmediate(flush),
  sharesEqual: false,
};

/** @param own - in place of the edges of Node.js */
export function createSubgraphClient(config: AdapterConfig, own: Partial<ClientEdges> = {}): SubgraphClient {
  const edges = { ...NODE_EDGES, ...own, post: own.post ?? createPostJson() };
  const { name, shape, settings } = config;
  const breaker = createCircuitBreaker({
    failures: settings.breakerFailures,
    cooldownMs: settings.breakerCooldownMs,
    nowMs: edges.nowMs,
  });
  const window = createOperationWindow({
    name,
    shape,
    send: createSendOperation(config, { ...edges, breaker }),
    forwardHeaders: settings.forwardHeaders,
    deduplicatesQueries: settings.deduplicateQueries,
    afterwards: edges.afterwards,
  });
  const translate = createTranslator(shape);
  const entities = createRequestEntities(shape);
  return {
    name,
    plan: (event) => planEvent(event, shape, translate),
    translate,
    ask(part, headers, request) {
      const requestKey = request ?? headers[TRACE_HEADER];
      if (part.kind === 'entities') {
        return entities.ask(requestKey, part, (rest) => window.ask(rest, headers));
      }
      if (part.operation === 'mutation') entities.forget(requestKey);
      return window.ask(part, headers, request);
    },
  };
}
