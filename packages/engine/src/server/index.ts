export { createSelfSignedCertificate } from './certificate/self-signed-certificate.ts';
export { createGraphqlEndpoint } from './graphql-endpoint.ts';
export { startInternalServices } from './internal-services.ts';
export { REMEMBERED_REQUESTS } from './limits.ts';
export { createOnePortServer } from './one-port-server.ts';
export { createRoutes } from './routes.ts';
export type { Routes } from './routes.ts';
export { createTraceLog } from './trace-log.ts';
