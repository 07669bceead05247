export type { InvokeResult, LambdaHost, LambdaHostOptions, LambdaLogLine } from './contract.ts';
export { createLambdaHost, FunctionNotFoundError } from './create-lambda-host.ts';
export { lambdaInvokeHttp } from './invoke-http.ts';
