/** Evaluates `subgraph.ts` and checks the shape of what it exports. */
import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SubgraphDefinition } from '@tributary/subgraph/definition';
import { build } from 'esbuild';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';

/**
 * @param file - absolute path of subgraph.ts
 * @returns the definition, or the reason why there is none
 */
export async function readDefinition(file: string): Promise<Result<SubgraphDefinition, string>> {
  try {
    const result = await build({
      stdin: { contents: `export { default } from './${basename(file)}';`, resolveDir: dirname(file) },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      conditions: ['source'],
      logLevel: 'silent',
    });
    const text = result.outputFiles[0]?.text ?? '';
    // A data URL has no module cache entry of its own, so an edited definition is always read anew.
    const url = `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
    const module: unknown = await import(url);
    return checkDefinition(isRecord(module) ? module['default'] : undefined);
  } catch (error) {
    return err(
      `${pathToFileURL(file).pathname} can not be evaluated: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function checkDefinition(value: unknown): Result<SubgraphDefinition, string> {
  if (!isRecord(value)) return err('it has no default export');
  const { name, kind } = value;
  if (typeof name !== 'string' || !/^[a-z][a-z0-9-]*$/.test(name)) {
    return err(`name must be lower-case letters, digits and dashes, got ${JSON.stringify(name)}`);
  }
  if (kind !== 'lambda' && kind !== 'dynamodb' && kind !== 'http') {
    return err(`kind must be "lambda", "dynamodb" or "http", got ${JSON.stringify(kind)}`);
  }
  if (kind === 'http' && typeof value['url'] !== 'string') return err('an "http" subgraph needs a url');
  if (kind === 'dynamodb' && !isRecord(value['table'])) return err('a "dynamodb" subgraph needs a table');
  return isSubgraphDefinition(value) ? ok(value) : err('it has no name or kind');
}

/** The checks above decide; the finer shape is the business of `defineSubgraph`'s types. */
function isSubgraphDefinition(value: object): value is SubgraphDefinition {
  return 'name' in value && 'kind' in value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
