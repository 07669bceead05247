export type {
  DestinationMessage,
  FunctionActivity,
  InvokeResult,
  LambdaHost,
  LambdaHostOptions,
  LambdaLogLine,
} from './contract.ts';
export { createLambdaHost } from './create-lambda-host.ts';
export { findFunction } from './find-function.ts';
export { lambdaInvokeHttp } from './invoke-http.ts';
export { LambdaServiceError } from './lambda-service-error.ts';
export { type InProcessFunction, withInProcessFunctions } from './with-in-process-functions.ts';
