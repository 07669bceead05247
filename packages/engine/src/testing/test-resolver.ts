/** Resolvers under test: their handlers run as AppSync would run them, without any account or engine. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Evaluation, ExtensionCall, LoadedCode, ResolverError } from '../runtime/index.ts';
import { contextFromParts, loadCode } from '../runtime/index.ts';
import { bundleResolverFile } from './bundle-resolver-file.ts';

/** Where the resolver's code comes from. */
export type ResolverSource = { readonly file: string | URL } | { readonly code: string };

export type TestResolverOptions = ResolverSource & {
  /** Milliseconds since 1970, for `util.time`. */
  readonly now?: () => number;
  /** 0 inclusive to 1 exclusive, for `util.autoId` and `util.math`. */
  readonly random?: () => number;
};

/** The parts of the context that a handler under test reads; what is missing is empty. */
export interface TestContext {
  readonly arguments?: Readonly<Record<string, unknown>>;
  readonly identity?: unknown;
  readonly source?: unknown;
  readonly stash?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly request?: {
    readonly headers?: Readonly<Record<string, unknown>>;
    readonly domainName?: string | null;
  };
  readonly info?: {
    readonly fieldName?: string;
    readonly parentTypeName?: string;
    readonly variables?: Readonly<Record<string, unknown>>;
    readonly selectionSetList?: readonly string[];
    readonly selectionSetGraphQL?: string;
  };
  readonly prev?: { readonly result: unknown };
  readonly result?: unknown;
  readonly error?: { readonly message: string; readonly type: string } | null;
}

/** What a handler did, in plain values. */
export interface HandlerOutcome {
  readonly kind: Evaluation['kind'];
  /** What it returned, or gave to `runtime.earlyReturn`, as JSON carries it; undefined when it failed. */
  readonly value: unknown;
  /** Why it failed; undefined when it did not. */
  readonly error: ResolverError | undefined;
  /** Where `runtime.earlyReturn` goes on, when the code says so. */
  readonly skipTo: 'END' | 'NEXT' | undefined;
  readonly stash: unknown;
  readonly arguments: unknown;
  /** What `util.appendError` added. */
  readonly appendedErrors: readonly ResolverError[];
  /** Calls of `extensions`, e.g. subscription filters. */
  readonly extensions: readonly ExtensionCall[];
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Lines of `console`, as EvaluateCode prints them. */
  readonly logs: readonly string[];
}

export interface TestedResolver {
  request(context?: TestContext): HandlerOutcome;
  response(context?: TestContext): HandlerOutcome;
}

/**
 * Loads a resolver or function and makes its handlers callable. Each call starts from a fresh module and a copy of the
 * given context.
 * @throws when the file can't be bundled, or AppSync would refuse the code: with rule, line and column of each fault
 */
export async function testResolver(options: TestResolverOptions): Promise<TestedResolver> {
  const { now, random } = options;
  const file = 'file' in options ? pathOf(options.file) : undefined;
  const code = 'code' in options ? options.code : await bundleResolverFile(pathOf(options.file));
  const name = file === undefined ? 'code' : basename(file);
  const loaded = loadCode(code, {
    name,
    ...(now === undefined ? {} : { now }),
    ...(random === undefined ? {} : { random }),
  });
  if (!loaded.ok) {
    const faults = loaded.errors.map(
      ({ value, location }) => `  code.js:${location.line}:${location.column}: ${value}`,
    );
    throw new Error(`AppSync would refuse ${name}:\n${faults.join('\n')}`);
  }
  return {
    request: (context = {}) => run(loaded.code, 'request', context),
    response: (context = {}) => run(loaded.code, 'response', context),
  };
}

function pathOf(file: string | URL): string {
  return typeof file === 'string' && !file.startsWith('file:') ? file : fileURLToPath(file);
}

function run(code: LoadedCode, handler: 'request' | 'response', parts: TestContext): HandlerOutcome {
  const context = contextFromParts(structuredClone({ ...parts }));
  const evaluation = code.evaluate(handler, context);
  return {
    kind: evaluation.kind,
    value: 'value' in evaluation ? plain(evaluation.value) : undefined,
    error: plain(errorOf(evaluation)),
    skipTo: evaluation.kind === 'early-return' ? evaluation.skipTo : undefined,
    stash: plain(context.stash),
    arguments: plain(context.arguments),
    appendedErrors: plain(evaluation.appendedErrors),
    extensions: plain(evaluation.extensions),
    responseHeaders: plain(evaluation.responseHeaders),
    logs: evaluation.logs.map(({ level, text }) => `${level.toUpperCase()} - ${text}`),
  };
}

function errorOf(evaluation: Evaluation): ResolverError | undefined {
  switch (evaluation.kind) {
    case 'value':
    case 'early-return':
      return undefined;
    case 'error':
      return evaluation.error;
    case 'unauthorized':
      return { message: 'Unauthorized', errorType: 'Unauthorized', data: null, errorInfo: null };
  }
}

/** As JSON would carry it: objects of the resolver's realm would differ from a test's own in strict comparisons. */
function plain<Value>(value: Value): Value {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);
}
