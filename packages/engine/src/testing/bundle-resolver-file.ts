import { readFile } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import type * as Esbuild from 'esbuild';
import { MAX_CODE_CHARS } from '../runtime/index.ts';

/** File names that need no bundler as long as the module imports nothing of its own. */
const PLAIN_MODULES: ReadonlySet<string> = new Set(['.js', '.mjs']);

/**
 * A resolver file as the one module that AppSync runs: bundled by esbuild with the options that AWS advises, with an
 * inline source map where the limit on code leaves room for it. Without esbuild a JavaScript file is taken as it is.
 * @param file - absolute path
 * @throws when esbuild refuses the file, or a file needs esbuild and it is not installed
 * @see AppSync developer guide, "Bundling, TypeScript, and source maps"
 */
export async function bundleResolverFile(file: string): Promise<string> {
  const esbuild = await importEsbuild();
  if (esbuild === undefined) {
    if (PLAIN_MODULES.has(extname(file))) return readFile(file, 'utf8');
    throw new Error(`Install esbuild to test ${basename(file)}: AppSync runs plain JavaScript modules only.`);
  }
  const { outputFiles } = await esbuild.build({
    entryPoints: [file],
    outfile: 'code.js',
    absWorkingDir: dirname(file),
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'esnext',
    sourcemap: 'external',
    sourcesContent: false,
    external: ['@aws-appsync/*'],
    charset: 'utf8',
    logLevel: 'silent',
  });
  const textOf = (extension: string): string =>
    outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? '';
  const code = textOf('.js');
  const map = Buffer.from(textOf('.map')).toString('base64');
  const withMap = `${code}//# sourceMappingURL=data:application/json;base64,${map}\n`;
  return withMap.length <= MAX_CODE_CHARS ? withMap : code;
}

async function importEsbuild(): Promise<typeof Esbuild | undefined> {
  try {
    return await import('esbuild');
  } catch {
    return undefined;
  }
}
