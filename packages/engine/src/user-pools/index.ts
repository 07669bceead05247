export { openUserPoolStorage } from './storage/open-user-pool-storage.ts';
export type { UserPoolStorage } from './storage/user-pool-storage.ts';
export { NO_STORAGE } from './storage/user-pool-storage.ts';
export { createUserPoolEndpoint } from './user-pool-endpoint.ts';
export type { UserPoolEndpoint } from './user-pool-endpoint.ts';
export { createUserPoolService } from './user-pool-service.ts';
export type { UserPoolService } from './user-pool-service.ts';
