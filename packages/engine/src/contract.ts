/** The engine as callers see it: start it on a cloud assembly, swap the API while it runs, stop it. */
import type { FidelityOptions, NativeResolver, StartsTogether } from './execution/index.ts';
import type { InProcessFunction } from './lambda-host/index.ts';
import type { AppModel } from './model/app-model.ts';

export type EngineOptions = EngineSettings & (AssemblySource | ModelSource);

export interface AssemblySource {
  /** A CDK cloud assembly: the folder with manifest.json. */
  readonly assemblyDirectory: string;
  /** Stack (and its dependencies) to run; all stacks of the assembly when absent. */
  readonly stackName?: string;
}

/** An application without an assembly. */
export interface ModelSource {
  readonly model: AppModel;
  /** The model's Lambda functions that run in the engine's own thread, by function name. */
  readonly inProcessFunctions: Readonly<Record<string, InProcessFunction>>;
  /** By `Type.field`: functions that answer in place of the model's resolvers; without the API's cache. */
  readonly nativeResolvers?: ReadonlyMap<string, NativeResolver>;
  /** Which root fields of mutations do not wait for each other; all wait when absent. */
  readonly startsTogether?: StartsTogether;
  /** Where to differ from AppSync; as AppSync when absent. */
  readonly fidelity?: Partial<FidelityOptions>;
}

export interface EngineSettings {
  readonly port: number;
  readonly host: string;
  /** Accepted besides the API keys of the assembly. */
  readonly apiKey: string;
  /** Durable data; memory when absent. */
  readonly dataDirectory?: string;
  /** Another DynamoDB (`http://` or `https://`) in place of the embedded one. */
  readonly dynamodbEndpoint?: string;
  /** Serves the DynamoDB HTTP API on this port of `host` too; 0: any free one. */
  readonly dynamodbPort?: number;
  /** The application's pages, served at `/` with index.html as fallback. */
  readonly staticDirectory?: string;
  /** Runs with an open inspector: a Lambda function by logical id, name, or a part of either that only it has. */
  readonly inspectLambda?: string;
  /**
   * Milliseconds before the first retry of an asynchronous invocation; the second waits twice as long. As on AWS (one
   * minute) when absent.
   */
  readonly asyncRetryDelayMs?: number;
  /**
   * Values of SSM parameters by name, and of template parameters by name or `Stack:Name`; they go before those of the
   * assembly.
   */
  readonly parameters?: Readonly<Record<string, string>>;
  /** `SecretString` of secrets by name or ARN; they go before those of the assembly. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly log: (event: EngineLogEvent) => void;
}

/** What a terminal may want to show. */
export type EngineLogEvent =
  | { readonly kind: 'step'; readonly name: string; readonly durationMs: number }
  | {
      readonly kind: 'lambda-log';
      readonly functionName: string;
      readonly level: string;
      readonly text: string;
    }
  | {
      readonly kind: 'resolver-log';
      readonly resolver: string;
      readonly level: string;
      readonly text: string;
    }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }
  | {
      readonly kind: 'request';
      readonly operationName: string | undefined;
      readonly durationMs: number;
      readonly errorCount: number;
    };

/** A new version of the API's own parts over the same data sources, by name. */
export interface ApiUpdate {
  readonly schema: string;
  readonly functions: readonly {
    readonly name: string;
    readonly dataSource: string;
    readonly code: string;
    readonly maxBatchSize: number;
  }[];
  readonly resolvers: readonly (
    | {
        readonly kind: 'unit';
        readonly typeName: string;
        readonly fieldName: string;
        readonly dataSource: string;
        readonly code: string;
        readonly maxBatchSize: number;
      }
    | {
        readonly kind: 'pipeline';
        readonly typeName: string;
        readonly fieldName: string;
        readonly code: string;
        readonly functions: readonly string[];
      }
  )[];
}

export interface RunningEngine {
  /** Base URL, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Where the DynamoDB HTTP API is reached: an address for `endpoint` of the SDK. */
  readonly dynamodbUrl: string;
  /** Milliseconds from the call of startEngine. */
  readonly startedInMs: number;
  /** Swaps schema, resolvers and functions; the old API keeps serving when the new one has faults. Sockets stay. */
  updateApi(
    update: ApiUpdate,
  ): { readonly ok: true } | { readonly ok: false; readonly errors: readonly string[] };
  /** Runs the Lambda function that carries this metadata `tributary:subgraph` from another code folder. */
  reloadSubgraphHandler(subgraphName: string, codeDirectory: string): void;
  /** Loads another assembly in place of the current one: tables, data and port stay. */
  replaceAssembly(
    assemblyDirectory: string,
  ): Promise<{ ok: true } | { ok: false; errors: readonly string[] }>;
  stop(): Promise<void>;
}
