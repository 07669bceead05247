/** Contract of the Lambda host: invoke a function of the assembly, get what the Lambda service would answer. */
import type { LambdaFunctionModel } from '../model/app-model.ts';

export type InvokeResult =
  | { readonly kind: 'success'; readonly payload: unknown; readonly durationMs: number }
  /** The handler threw, the module failed to load, or the process ended. */
  | {
      readonly kind: 'function-error';
      readonly errorType: string;
      readonly errorMessage: string;
      readonly trace: readonly string[];
      readonly durationMs: number;
    }
  /** The function's own timeout passed; errorMessage has AWS's wording. */
  | { readonly kind: 'timed-out'; readonly errorMessage: string; readonly durationMs: number };

export interface LambdaLogLine {
  readonly functionName: string;
  readonly level: 'info' | 'warn' | 'error' | 'debug';
  readonly text: string;
}

/** A call of an AWS service's JSON API, without what only HTTP needs. */
export interface ServiceRequest {
  /** The header `X-Amz-Target`. */
  readonly target: string;
  readonly body: string;
}

export interface ServiceAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface LambdaHostOptions {
  readonly functions: readonly LambdaFunctionModel[];
  /** Added to each function's environment, over the template's: service endpoints, dummy credentials. */
  readonly environment: Readonly<Record<string, string>>;
  readonly log: (line: LambdaLogLine) => void;
  /**
   * Folder from which `@aws-sdk/*` and `@smithy/*` resolve when the code folder has none: Lambda's runtime brings the
   * SDK along.
   */
  readonly sdkResolveFrom: string;
  /** The database that functions find at `url`: their SDK asks it without a socket between. Sockets alone when absent. */
  readonly dynamodb?: {
    readonly url: string;
    readonly answer: (request: ServiceRequest) => Promise<ServiceAnswer>;
  };
  /** Runs with an open inspector: one call at a time, without a timeout. */
  readonly inspectedFunctionName?: string;
  /** Where that inspector listens when the port is free; Node's 9229 when absent. */
  readonly firstInspectorPort?: number;
  /** Milliseconds before the first retry of an asynchronous call; the second waits twice as long. Lambda's own when absent. */
  readonly asyncRetryDelayMs?: number;
  /** Sends what became of asynchronous calls to queues, functions and buses. Nothing is sent when absent. */
  readonly sendToDestination?: (destinationArn: string, message: DestinationMessage) => void;
}

/** What a function does now, and has done since the engine began. */
export interface FunctionActivity {
  /** Environments that are loaded and wait for a call. */
  readonly warmEnvironments: number;
  readonly runningCalls: number;
  readonly invocations: number;
  /** Of the invocations: function errors and timeouts. */
  readonly errors: number;
  /** Newest last. */
  readonly lastLines: readonly Pick<LambdaLogLine, 'level' | 'text'>[];
}

export interface DestinationMessage {
  readonly body: unknown;
  /** SQS `MessageAttributes`; only what goes to a dead-letter queue has some. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface LambdaHost {
  /**
   * Faults of the function are results.
   * @throws LambdaServiceError when there is no such function (`ResourceNotFoundException`), or it has as many calls as
   * its reserved concurrency allows (`TooManyRequestsException`)
   * @param clientContext - what the caller put into `X-Amz-Client-Context`
   */
  invoke(functionName: string, payload: unknown, clientContext?: unknown): Promise<InvokeResult>;
  /**
   * Asynchronous invocation (`InvocationType: Event`): tried again when it fails, see async-invocations.ts.
   * @throws LambdaServiceError `ResourceNotFoundException`
   */
  invokeAsync(functionName: string, payload: unknown): void;
  /** Starts an environment for each function that has none, so that the first call need not wait for its code. */
  warm(): void;
  /** Ends warm workers of that function, so that the next call loads the code again. In-flight calls finish first. */
  reload(functionName: string): void;
  /** The function's next call runs the code of another folder. @throws for an unknown function name */
  setCodeDirectory(functionName: string, codeDirectory: string): void;
  /** The functions of another assembly: new ones are added, changed ones reload, others end when they are idle. */
  update(functions: readonly LambdaFunctionModel[]): void;
  /** Kills the workers of a function in mid-flight: their calls end as function errors. For tests and the console. */
  kill(functionName: string): void;
  /** @throws LambdaServiceError `ResourceNotFoundException` */
  activity(functionName: string): FunctionActivity;
  stop(): Promise<void>;
}
