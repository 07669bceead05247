/**
 * Hand-written APPSYNC_JS -> one ES module that AppSync accepts, with the argument defaults of the schema filled in.
 * See AppSync developer guide, "Bundling, TypeScript, and source maps".
 */
import { basename, dirname } from 'node:path';
import { build } from 'esbuild';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { fromRoot } from './from-root.ts';

export interface BundleInput {
  readonly rootDirectory: string;
  /** Absolute path of the module. */
  readonly file: string;
  /** Argument name -> JavaScript expression of its value with the default; empty when the field has none. */
  readonly defaults: Readonly<Record<string, string>>;
}

/** @returns the module text, or esbuild's reason */
export async function bundleResolver({
  rootDirectory,
  file,
  defaults,
}: BundleInput): Promise<Result<string, string>> {
  try {
    const result = await build({
      stdin: {
        contents: entry(basename(file), defaults),
        resolveDir: dirname(file),
        sourcefile: 'defaults.js',
        loader: 'js',
      },
      absWorkingDir: rootDirectory,
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      target: 'esnext',
      external: ['@aws-appsync/*'],
      logLevel: 'silent',
      legalComments: 'none',
      charset: 'utf8',
    });
    const from = fromRoot(rootDirectory, file);
    return ok(`// Bundled by Tributary from ${from}; edit it there.\n\n${result.outputFiles[0]?.text ?? ''}`);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

/**
 * AppSync does not deliver argument defaults to resolvers, so request and response are wrapped to see them.
 * `ctx.args` may be changed in depth (AppSync developer guide, "Resolver context object reference").
 */
function entry(module: string, defaults: Readonly<Record<string, string>>): string {
  const names = Object.keys(defaults);
  if (names.length === 0) return `export { request, response } from './${module}';\n`;
  const statements = names.map((name) => `  ctx.args.${name} = ${defaults[name] ?? ''};\n`).join('');
  return `import { request as requestWithDefaults, response as responseWithDefaults } from './${module}';

function fillDefaults(ctx) {
${statements}}

export function request(ctx) {
  fillDefaults(ctx);
  return requestWithDefaults(ctx);
}

export function response(ctx) {
  fillDefaults(ctx);
  return responseWithDefaults(ctx);
}
`;
}
