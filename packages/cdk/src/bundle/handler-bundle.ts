/**
 * Bundles a Lambda handler (TypeScript or JavaScript) into one ES module, the same way for the deployed asset and for
 * the code that `tributary dev` swaps in. Same input, same bytes: nothing in the output depends on where the checkout
 * lies.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build, buildSync, formatMessages } from 'esbuild';
import type { BuildFailure, BuildOptions, OutputFile } from 'esbuild';

export type HandlerSource = HandlerModule | HandlerText;

export interface HandlerModule {
  /** The module that exports `handler`: a path relative to `directory`, or a package entry such as `pkg/handler`. */
  readonly entryPoint: string;
  /** Folder that relative paths and package names are resolved from. */
  readonly directory: string;
}

export interface HandlerText {
  /** JavaScript of the module that exports `handler`. */
  readonly contents: string;
  /** Folder that its imports are resolved from. */
  readonly directory: string;
}

export interface HandlerBundle {
  /** The text of `index.mjs`. */
  readonly code: string;
  /** The text of `index.mjs.map`. */
  readonly sourceMap: string;
}

/** What CloudFormation's `Handler` property says for a bundle. */
export const BUNDLED_HANDLER = 'index.handler';

/**
 * CommonJS dependencies call `require`, which ES modules lack. The import is renamed because the banner is not seen by
 * the bundler's own renaming.
 */
const REQUIRE_BANNER =
  "import { createRequire as bannerCreateRequire } from 'node:module';const require = bannerCreateRequire(import.meta.url);";

/**
 * Bundles a handler without blocking.
 * @throws esbuild's BuildFailure, whose `errors` carry file, line and column
 */
export async function bundleHandler(source: HandlerSource): Promise<HandlerBundle> {
  const result = await build(buildOptions(source));
  return toHandlerBundle(result.outputFiles);
}

/**
 * Bundles a handler for a construct: CDK applications are synchronous.
 * @throws esbuild's BuildFailure, whose `errors` carry file, line and column
 */
export function bundleHandlerSync(source: HandlerSource): HandlerBundle {
  return toHandlerBundle(buildSync(buildOptions(source)).outputFiles);
}

/** Writes `index.mjs` and its source map into a folder, which is created when it is missing. */
export function writeHandlerBundle(bundle: HandlerBundle, directory: string): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'index.mjs'), bundle.code);
  writeFileSync(join(directory, 'index.mjs.map'), bundle.sourceMap);
}

/**
 * Says with file, line and frame why a bundle failed; undefined for an error that is not the bundler's.
 * @param folders - where the source lies, and the folder that printed paths are relative to
 */
export async function formatBundleFailure(
  error: unknown,
  folders: { readonly directory: string; readonly relativeTo: string },
): Promise<string | undefined> {
  if (!isBuildFailure(error)) return undefined;
  const messages = error.errors.map(({ location, ...message }) => ({
    ...message,
    location:
      location === null
        ? null
        : { ...location, file: relative(folders.relativeTo, resolve(folders.directory, location.file)) },
  }));
  return (await formatMessages(messages, { kind: 'error' })).join('').trimEnd();
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function buildOptions(source: HandlerSource): BuildOptions & { write: false } {
  return {
    ...entryOptions(source),
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    // The engine runs the same file on the Node.js of the machine, 20 or later.
    target: 'node20',
    // Part of Lambda's Node.js runtimes (Lambda developer guide, "Runtime-included SDK versions", checked 2026-11-21).
    external: ['@aws-sdk/*', '@smithy/*'],
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE_BANNER },
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
  };
}

/** Paths in the output are relative to the working folder: it stands beside the source, not beside the target. */
function entryOptions(source: HandlerSource): BuildOptions {
  const directory = resolve(source.directory);
  if ('contents' in source) {
    const stdin = { contents: source.contents, resolveDir: directory, sourcefile: 'handler.mjs' };
    return { stdin, absWorkingDir: directory, outfile: join(directory, 'index.mjs') };
  }
  const isPath = /^\.{0,2}\//.test(source.entryPoint);
  const entryPoint = isPath ? resolve(directory, source.entryPoint) : source.entryPoint;
  const folder = isPath ? dirname(entryPoint) : directory;
  return { entryPoints: [entryPoint], absWorkingDir: folder, outfile: join(folder, 'index.mjs') };
}

function toHandlerBundle(files: readonly OutputFile[]): HandlerBundle {
  const textOf = (suffix: string): string => files.find((file) => file.path.endsWith(suffix))?.text ?? '';
  return { code: textOf('.mjs'), sourceMap: textOf('.mjs.map') };
}
