// `npm run lint`: format, types, emitted code under AWS's rules and type check, ESLint, import direction.
// Every check runs even when one fails, and each says what it was; the exit code is 1 when any failed.
import { spawnSync } from 'node:child_process';
import { rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const emitted = join(root, '.tributary', 'emitted');

/** Writes the emitted modules of the reference application where ESLint and tsc can see them. */
async function writeEmitted() {
  const { compile, formatDiagnostic } = await import('@tributary/compiler');
  const { loadProject } = await import('@tributary/compiler/project');
  const project = await loadProject(root);
  const compiled = project.ok ? compile(project.value.sources) : project;
  if (!compiled.ok) {
    for (const diagnostic of compiled.error) console.error(formatDiagnostic(diagnostic));
    return false;
  }
  rmSync(emitted, { recursive: true, force: true });
  mkdirSync(emitted, { recursive: true });
  const { functions, resolvers } = compiled.value;
  for (const { name, code } of functions) writeFileSync(join(emitted, `${name}.js`), code);
  for (const { typeName, fieldName, code } of resolvers)
    writeFileSync(join(emitted, `${typeName}.${fieldName}.js`), code);
  // AppSync type-checks resolver code as JavaScript with ts-check: strictNullChecks and noImplicitAny are off there.
  const compilerOptions = {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    target: 'esnext',
    lib: ['esnext'],
    module: 'esnext',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    skipLibCheck: true,
    types: [],
  };
  writeFileSync(
    join(emitted, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, include: ['*.js'] }, null, 2),
  );
  return true;
}

/** @param {string} name @param {string[]} command */
function run(name, command) {
  const startedAt = Date.now();
  const { status } = spawnSync('npx', ['--no-install', ...command], { cwd: root, stdio: 'inherit' });
  console.log(
    `${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`,
  );
  return status === 0;
}

const results = [
  run('build', ['node', 'scripts/build.js']),
  await writeEmitted(),
  run('format', ['prettier', '--check', '--log-level', 'warn', '.']),
  run('types', ['tsc', '-p', 'tsconfig.json']),
  run('types of web', ['tsc', '-p', 'web/tsconfig.json', '--noEmit']),
  run('types of resolvers', ['tsc', '-p', 'resolvers/tsconfig.json', '--noEmit']),
  run('types of emitted code', ['tsc', '-p', '.tributary/emitted/tsconfig.json']),
  run('generated types are current', ['graphql-codegen', '--silent', '--config', 'codegen.yml', '--check']),
  run('eslint', ['eslint', '--max-warnings', '0', '.', '.tributary/emitted']),
  run('import direction', [
    'depcruise',
    '--config',
    '.dependency-cruiser.cjs',
    'packages',
    'subgraphs',
    'infra',
    'web/src',
  ]),
];
process.exit(results.every(Boolean) ? 0 : 1);
