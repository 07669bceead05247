export { createUserPoolEndpoint } from './user-pool-endpoint.ts';
export type { UserPoolEndpoint } from './user-pool-endpoint.ts';
export { createUserPoolService } from './user-pool-service.ts';
export type { UserPoolService } from './user-pool-service.ts';
