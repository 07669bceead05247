/** Public entry of the constructs: a subgraph with its resources, and the federated API over several of them. */
export { FederatedApi } from './api/federated-api.ts';
export type { FederatedApiProps, FieldLogLevel } from './api/federated-api.ts';
export { toApiKeyExpiry } from './api/api-key-expiry.ts';
export { Subgraph } from './subgraph/subgraph.ts';
export type { SubgraphProps } from './subgraph/subgraph.ts';
