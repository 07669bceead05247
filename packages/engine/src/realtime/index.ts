export { createRealtimeEndpoint } from './realtime-endpoint.ts';
export type { OpenSocket, RealtimeEndpoint } from './realtime-endpoint.ts';
export { createSubscriptionRegistry } from './subscription-registry.ts';
export type { SubscriptionRegistry } from './subscription-registry.ts';
