// Bundles packages/*/src to packages/*/dist: what `npx tributary` runs. One file for each entry and what entries share,
// since Node.js takes half a millisecond for each file of a start. Unchanged packages are skipped (sources and manifest older
// than the stamp), so a second run costs milliseconds.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledLibrary, licensesIn, REQUIRE_BANNER } from './bundled-library.js';

const scripts = dirname(fileURLToPath(import.meta.url));
const root = join(scripts, '..');

/** @param {string} folder @returns {string[]} every file below `folder`, sorted. */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** @param {string} name a folder of packages/ */
async function buildPackage(name) {
  const source = join(root, 'packages', name, 'src');
  const target = join(root, 'packages', name, 'dist');
  const stamp = join(target, '.stamp');
  const sources = filesBelow(source);
  const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  const listing = sources.map((file) => relative(source, file)).join('\n');
  const inputs = [...sources, join(root, 'packages', name, 'package.json'), ...filesBelow(scripts)];
  const isCurrent =
    builtAt > 0 &&
    inputs.every((file) => statSync(file).mtimeMs < builtAt) &&
    readFileSync(stamp, 'utf8') === listing;
  if (isCurrent || sources.length === 0) return false;
  // Only now: a start with nothing to build does not wait for it to load.
  const { build } = await import('esbuild');
  const startedAt = new Date();
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const isTest = (/** @type {string} */ file) => /\.test\.tsx?$/.test(file);
  const { metafile } = await build({
    absWorkingDir: root,
    metafile: true,
    entryPoints: entryPointsOf(name),
    outdir: target,
    chunkNames: '[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    bundle: true,
    splitting: true,
    packages: 'external',
    ...bundling(name),
  });
  for (const file of sources.filter((file) => !/\.tsx?$/.test(file))) {
    const copy = join(target, relative(source, file));
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(file, copy);
  }
  const licenses = licensesIn(metafile, root);
  if (licenses !== '') writeFileSync(join(target, 'LICENSES.txt'), licenses);
  writeFileSync(stamp, listing);
  utimesSync(stamp, startedAt, startedAt);
  return true;
}

/**
 * The composition library has 143 files, which every start would wait for, and as CommonJS it reads graphql through
 * accessors, millions of times.
 * @param {string} name
 */
function bundling(name) {
  if (name !== 'compiler') return {};
  return {
    plugins: [bundledLibrary('@theguild/federation-composition', ['graphql'])],
    banner: { js: REQUIRE_BANNER },
  };
}

/**
 * What the package's exports name, and the program of its "bin". Everything ends up directly in `dist`, so that a module
 * at the top of `src` finds other files by the same path from there.
 * @param {string} name
 * @returns {{ in: string, out: string }[]}
 */
function entryPointsOf(name) {
  const folder = join(root, 'packages', name);
  /** @type {{ exports: Record<string, string | { source: string, default: string }>, bin?: unknown }} */
  const { exports, bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const exported = Object.values(exports).filter((entry) => typeof entry !== 'string');
  const entries = exported.map((entry) => ({
    in: join(folder, entry.source),
    out: basename(entry.default, '.js'),
  }));
  return bin === undefined ? entries : [...entries, { in: join(folder, 'src', 'main.ts'), out: 'main' }];
}

const packages = readdirSync(join(root, 'packages')).sort();
const built = await Promise.all(packages.map(buildPackage));
const changed = packages.filter((_, index) => built[index]);
if (changed.length > 0) console.log(`built ${changed.join(', ')}`);
