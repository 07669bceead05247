export {
  type CreateApiExecutorOptions,
  type CreateApiExecutorResult,
  createApiExecutor,
} from './create-api-executor.ts';
export type {
  AcceptedSubscription,
  ApiExecutor,
  Caller,
  DataSourceCallTrace,
  GraphqlAnswer,
  GraphqlErrorEntry,
  GraphqlRequest,
  PublishedEvent,
  RequestTrace,
  SubscribeResult,
} from './contract.ts';
export { REQUEST_TIMEOUT_MS } from './deadline.ts';
export type {
  MutationField,
  NativeCall,
  NativeFault,
  NativeField,
  NativeResolver,
  NativeResult,
  StartsTogether,
} from './resolvers/native-resolver.ts';
export type { FidelityOptions, ResolverLogEvent } from './request-scope.ts';
