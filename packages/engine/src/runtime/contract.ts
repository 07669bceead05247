/**
 * Contract of the APPSYNC_JS runtime inside the engine: code text in, evaluations out.
 * See AppSync developer guide, "APPSYNC_JS runtime features for resolvers and functions".
 */

/** One fault found when code is loaded, in the shape of AppSync's `CodeError`. */
export interface CodeError {
  readonly errorType: 'LINT_ERROR' | 'PARSER_ERROR';
  /** The message, with AWS's wording of the rule. */
  readonly value: string;
  readonly location: { readonly line: number; readonly column: number; readonly span: number };
}

export type LoadResult =
  | { readonly ok: true; readonly code: LoadedCode }
  | { readonly ok: false; readonly errors: readonly CodeError[] };

/** What `util.error` and `util.appendError` report. */
export interface ResolverError {
  readonly message: string;
  readonly errorType: string | null;
  readonly data: unknown;
  readonly errorInfo: unknown;
}

export interface LogLine {
  readonly level: 'info' | 'error' | 'debug';
  readonly text: string;
}

/** The outcome of one handler call. `stash` and `args` of the context are mutated in place, as on AppSync. */
export type Evaluation = (
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'early-return'; readonly value: unknown; readonly skipTo: 'END' | 'NEXT' | undefined }
  | { readonly kind: 'error'; readonly error: ResolverError }
  | { readonly kind: 'unauthorized' }
) & {
  readonly appendedErrors: readonly ResolverError[];
  readonly logs: readonly LogLine[];
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly extensions: readonly ExtensionCall[];
};

/** Calls of `extensions.*` for the engine to act on after the handler returned. */
export type ExtensionCall =
  | { readonly kind: 'set-subscription-filter'; readonly filter: unknown }
  | { readonly kind: 'set-subscription-invalidation-filter'; readonly filter: unknown }
  | {
      readonly kind: 'invalidate-subscriptions';
      readonly subscriptionField: string;
      readonly payload: unknown;
    }
  | {
      readonly kind: 'evict-from-api-cache';
      readonly typeName: string;
      readonly fieldName: string;
      readonly keys: Readonly<Record<string, unknown>>;
    };

/** The context object that handlers see; `args` and `arguments` are the same map. */
export interface ResolverContext {
  readonly arguments: Record<string, unknown>;
  readonly args: Record<string, unknown>;
  readonly identity: unknown;
  readonly source: unknown;
  readonly stash: Record<string, unknown>;
  readonly env: Readonly<Record<string, string>>;
  readonly request: {
    readonly headers: Readonly<Record<string, unknown>>;
    readonly domainName: string | null;
  };
  /** `selectionSetList` and `selectionSetGraphQL` must be non-enumerable properties (JSON.stringify omits them). */
  readonly info: {
    readonly fieldName: string;
    readonly parentTypeName: string;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly selectionSetList: readonly string[];
    readonly selectionSetGraphQL: string;
  };
  readonly prev?: { readonly result: unknown };
  readonly result?: unknown;
  readonly error?: {
    readonly message: string;
    readonly type: string;
    /** Lambda timeouts only. */
    readonly unhandledErrorType?: string | null;
  } | null;
}

export interface LoadedCode {
  readonly name: string;
  /** False when the module does not export that handler. */
  has(handler: 'request' | 'response'): boolean;
  evaluate(handler: 'request' | 'response', context: ResolverContext): Evaluation;
}

export interface LoadOptions {
  /** Shown in messages and stack positions, e.g. `Query.product`. */
  readonly name: string;
  /** What `util.authType()` answers comes from the context's identity unless given here. */
  readonly now?: () => number;
  readonly random?: () => number;
}
