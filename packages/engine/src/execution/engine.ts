import type { ApiCache } from '../caching/index.ts';
import type { Execution } from './completion/execute-fields.ts';
import type { PublishedEvent } from './contract.ts';
import type { StartTimer } from './deadline.ts';
import type { DocumentCache } from './document/document-cache.ts';
import type { Listeners } from './listeners.ts';
import type { FidelityOptions, ResolverLogEvent } from './request-scope.ts';
import type { StartsTogether } from './resolvers/native-resolver.ts';
import type { SchemaPlan } from './schema/schema-plan.ts';
import type { SubscribedMutations } from './subscriptions/subscribed-mutations.ts';

/** What all requests of one API share. */
export interface Engine {
  readonly plan: SchemaPlan;
  readonly documents: DocumentCache;
  readonly cache: ApiCache;
  readonly subscribers: SubscribedMutations;
  /** `ctx.env` */
  readonly environment: Readonly<Record<string, string>>;
  readonly startsTogether: StartsTogether | undefined;
  readonly limits: { readonly queryDepth: number; readonly resolverCount: number };
  readonly options: FidelityOptions;
  readonly requestTimeoutMs: number;
  readonly startTimer: StartTimer;
  readonly now: () => number;
  readonly log: (event: ResolverLogEvent) => void;
  readonly published: Listeners<PublishedEvent>;
  readonly invalidated: Listeners<{ subscriptionField: string; payload: unknown }>;
  /** Concrete types of completed objects, for events whose selection leaves `__typename` out. */
  readonly noteType: Execution['noteType'];
  readonly typeNameOf: Execution['typeNameOf'];
}
