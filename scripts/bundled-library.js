// A library that goes into the bundle with what it needs, where every other package stays outside of it.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What bundled CommonJS modules call for Node.js' own modules. */
export const REQUIRE_BANNER =
  "import { createRequire as createRequireOfBundle } from 'node:module';\nconst require = createRequireOfBundle(import.meta.url);";

/**
 * @param {string} library
 * @param {readonly string[]} shared packages that stay outside: of these there must be one copy only
 * @returns {import('esbuild').Plugin}
 */
export function bundledLibrary(library, shared) {
  return {
    name: `bundle ${library}`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${library}$`) }, () => ({
        path: fileURLToPath(import.meta.resolve(library)),
      }));
      build.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
        if (!importer.includes('/node_modules/') || shared.includes(path) || isBuiltin(path))
          return undefined;
        return { path: createRequire(importer).resolve(path) };
      });
    },
  };
}

/**
 * Licenses of the packages in a bundle, which go along with it.
 * @param {import('esbuild').Metafile} metafile
 * @param {string} root that its paths start from
 */
export function licensesIn({ inputs }, root) {
  const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
  const folders = new Set(Object.keys(inputs).flatMap((path) => folder.exec(path)?.[1] ?? []));
  const texts = [...folders].sort().map((path) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, path)).find((one) => /^licen[cs]e/i.test(one));
    const text = file === undefined ? '' : readFileSync(join(root, path, file), 'utf8');
    return `${name} ${version} (${license})\n\n${text}`;
  });
  return texts.join('\n----\n\n');
}
