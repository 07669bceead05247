/**
 * What the executor needs from a data source: take the value that a request handler returned, answer as AppSync does.
 * Faults of a source are values; a promise rejects only for bugs of the engine.
 */

export interface DataSourceError {
  readonly message: string;
  /** For example `DynamoDB:ConditionalCheckFailedException`, `Lambda:Unhandled`. */
  readonly type: string;
  /**
   * Lambda timeouts only: null when AppSync's own deadline passed, `Sandbox.Timedout` when the function's did
   * (aws-appsync-community issue 386).
   */
  readonly unhandledErrorType?: string | null;
}

export type DataSourceAnswer =
  /** The response handler runs with `ctx.result` and `ctx.error`. */
  | { readonly kind: 'answered'; readonly result: unknown; readonly error: DataSourceError | null }
  /** The request is not one that the source can run: the field fails and the response handler does not run. */
  | { readonly kind: 'refused'; readonly error: DataSourceError };

export interface DataSourceCall {
  /** `Type.field`, or `Type.field/functionName`: what a nextToken is bound to. */
  readonly resolver: string;
  readonly requestId: string;
  /** Made when it is asked for, which is rare. */
  readonly field?: () => CalledField;
}

/** The field that a call is for, as a Lambda function is told of it. */
export interface CalledField {
  readonly parentType: string;
  readonly fieldName: string;
  /** As the schema writes it. */
  readonly outputType: string;
  readonly arguments: unknown;
  readonly identity: unknown;
}

interface CommonDataSource {
  readonly name: string;
  invoke(request: unknown, call: DataSourceCall): Promise<DataSourceAnswer>;
}

export interface SingleDataSource extends CommonDataSource {
  readonly kind: 'single';
  /** What a call that outlives the request's time ends with, where the service has words of its own for it. */
  readonly timeoutError?: DataSourceError;
}

export type LambdaAnswer =
  | { readonly kind: 'success'; readonly payload: unknown }
  | {
      readonly kind: 'failure';
      readonly error: DataSourceError;
      /** Name of the function's own error: direct resolvers show it, others do not. */
      readonly errorName: string;
    };

export interface LambdaDataSource extends CommonDataSource {
  readonly kind: 'lambda';
  /** One invocation with any payload: a direct resolver's context, or the list of a batch. */
  send(payload: unknown, invocationType: InvocationType): Promise<LambdaAnswer>;
}

export type DataSource = SingleDataSource | LambdaDataSource;

export type InvocationType = 'RequestResponse' | 'Event';

export function answered(result: unknown): DataSourceAnswer {
  return { kind: 'answered', result: result ?? null, error: null };
}

export function failed(error: DataSourceError, result: unknown = null): DataSourceAnswer {
  return { kind: 'answered', result, error };
}

/** AppSync's answer to a request handler's value that the data source can't use. */
export function refused(message: string): DataSourceAnswer {
  return { kind: 'refused', error: { message, type: 'MappingTemplate' } };
}
