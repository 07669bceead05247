// Transpiles packages/*/src to packages/*/dist, file by file: what `npx tributary` runs.
// Unchanged packages are skipped (sources older than the stamp), so a second run costs milliseconds.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

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
  const isCurrent =
    builtAt > 0 &&
    sources.every((file) => statSync(file).mtimeMs < builtAt) &&
    statSync(fileURLToPath(import.meta.url)).mtimeMs < builtAt &&
    existsSync(stamp) &&
    (await import('node:fs')).readFileSync(stamp, 'utf8') === listing;
  if (isCurrent || sources.length === 0) return false;
  const startedAt = new Date();
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const isTest = (/** @type {string} */ file) => /\.test\.tsx?$/.test(file);
  await build({
    entryPoints: sources.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !isTest(file)),
    outdir: target,
    outbase: source,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [typescriptExtensions],
    bundle: true,
    packages: 'external',
  });
  for (const file of sources.filter((file) => !/\.tsx?$/.test(file))) {
    const copy = join(target, relative(source, file));
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(file, copy);
  }
  writeFileSync(stamp, listing);
  utimesSync(stamp, startedAt, startedAt);
  return true;
}

/** Keeps one output file for each source file: imports stay imports, `.ts` becomes `.js`. */
const typescriptExtensions = {
  name: 'typescript-extensions',
  /** @param {import('esbuild').PluginBuild} context */
  setup(context) {
    context.onResolve({ filter: /^\.{1,2}\// }, (args) =>
      args.kind === 'entry-point' ? undefined : { path: args.path.replace(/\.tsx?$/, '.js'), external: true },
    );
  },
};

const packages = readdirSync(join(root, 'packages')).sort();
const built = await Promise.all(packages.map(buildPackage));
const changed = packages.filter((_, index) => built[index]);
if (changed.length > 0) console.log(`built ${changed.join(', ')}`);
