/**
 * The compiler: load -> compose -> analyze -> plan -> emit. Pure: text in, values out; the same subgraphs in any order
 * give the same bytes.
 */
import { loadSubgraphs } from './1-load/load-subgraphs.ts';
import type { LoadedSubgraph } from './1-load/load-subgraphs.ts';
import { checkSubgraphs, composeSupergraph } from './2-compose/compose-supergraph.ts';
import { readSupergraph } from './2-compose/read-supergraph.ts';
import { readGraphs } from './3-analyze/join-directives.ts';
import { checkHandwritten } from './4-plan/check-handwritten.ts';
import { checkOwnSubscriptions } from './5-emit/check-subscriptions.ts';
import { compileComposed } from './compile-composed.ts';
import type { CompileResult } from './compile-composed.ts';
import { compositionHints } from './hints/composition-hints.ts';
import type { Contract } from './model/contract.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { err } from './model/result.ts';
import type { SubgraphSource } from './model/subgraph-source.ts';

export type { Compilation, CompileResult } from './compile-composed.ts';

export interface CompileOptions {
  /** Compiles the part of the API that the contract's tags choose. */
  readonly contract?: Contract;
}

/**
 * @returns the API, or every diagnostic that can be told: those of composition come with what the subgraphs show by
 * themselves, those of planning with each other
 */
export function compile(sources: readonly SubgraphSource[], options: CompileOptions = {}): CompileResult {
  const loaded = loadSubgraphs(sources);
  if (!loaded.ok) return err([...loaded.error, ...faultsOfReadable(sources)]);
  const subgraphs = loaded.value;
  const composed = composeSupergraph(
    subgraphs.map(({ source, composable, document }) => ({
      name: source.name,
      document: composable,
      written: document,
    })),
    options.contract,
  );
  if (!composed.ok) return err([...composed.error, ...dialectFaults(subgraphs)]);
  const compiled = compileComposed(composed.value, subgraphs);
  if (!compiled.ok) return compiled;
  return withHints(compiled, () => [...compositionHints(composed.value.merged), ...compiled.hints]);
}

/** Remarks are worked out for those who ask: who serves or deploys an API does not. */
function withHints(compiled: Extract<CompileResult, { ok: true }>, find: () => readonly Diagnostic[]) {
  let known: readonly Diagnostic[] | undefined;
  const hints = () => (known ??= find());
  const { value, compilation } = compiled;
  const { api, model, plan } = compilation;
  return {
    ok: true as const,
    value,
    get hints() {
      return hints();
    },
    compilation: {
      api,
      model,
      plan,
      get hints() {
        return hints();
      },
    },
  };
}

/** The subgraphs that can be read are checked too when others can't: all errors at once. */
function faultsOfReadable(sources: readonly SubgraphSource[]): readonly Diagnostic[] {
  const readable = sources.flatMap((source) => {
    const loaded = loadSubgraphs([source]);
    return loaded.ok ? loaded.value : [];
  });
  const faults = checkSubgraphs(
    readable.map(({ source, composable }) => ({ name: source.name, document: composable })),
  );
  return [...faults, ...dialectFaults(readable)];
}

/** Faults against AppSync that a subgraph's own schema and resolvers show, whether or not it composes. */
function dialectFaults(subgraphs: readonly LoadedSubgraph[]): readonly Diagnostic[] {
  const handwriting = subgraphs.map(({ source, document }) => ({ ...source, document }));
  return [...checkOwnSubscriptions(handwriting), ...checkHandwritten(handwriting)];
}

/** A supergraph composed elsewhere. */
export interface SupergraphSource {
  /** Join specification, v0.3 to v0.5. */
  readonly sdl: string;
  /** Path of the SDL for messages. */
  readonly file: string;
  /** Events for one BatchInvoke, 1..2000. */
  readonly maxBatchSize: number;
  /** Subgraph -> URL in place of the supergraph's. */
  readonly urls?: ReadonlyMap<string, string>;
  /** How some of its subgraphs are asked; their SDL does not count. */
  readonly subgraphs?: readonly SubgraphSource[];
}

/**
 * Compiles a supergraph composed elsewhere. Subgraphs that `subgraphs` does not have are asked over HTTP when they have a
 * `url` in `@join__graph`, the others by a Lambda function; `compilation.model.urls` has the URLs.
 */
export function compileSupergraph({
  sdl,
  file,
  maxBatchSize,
  urls,
  subgraphs: known = [],
}: SupergraphSource): CompileResult {
  const supergraph = readSupergraph(sdl, file);
  if (!supergraph.ok) return supergraph;
  const { document } = supergraph.value;
  const subgraphs = [...readGraphs(document).values()].map(({ name, url }) => ({
    source:
      known.find((source) => source.name === name) ??
      ({
        kind: (urls?.get(name) ?? url) === '' ? 'lambda' : 'http',
        name,
        sdl,
        file,
        maxBatchSize,
        resolvers: [],
      } as const),
    document,
  }));
  return compileComposed(supergraph.value, subgraphs);
}
