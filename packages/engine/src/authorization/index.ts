export { authorize } from './authorize.ts';
export type { AuthorizeOptions } from './authorize.ts';
export { NOT_AUTHORIZED_MESSAGE } from './authorization-result.ts';
export type { AuthorizationResult } from './authorization-result.ts';
export type { CredentialHeaders } from './credential.ts';
