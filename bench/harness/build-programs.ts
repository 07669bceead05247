/** Bundles programs of the bench to JavaScript, so that no transpiler runs inside of what is measured. */
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');

/** Own packages next to a program are found by it: the output lies in its folder, or in that of the bench. */
const outputFolder = (program: string) => {
  const [, contender] = /^contenders\/([^/]+)\//.exec(program) ?? [];
  return contender === undefined ? join(ROOT, 'dist') : join(ROOT, 'contenders', contender, 'dist');
};

/**
 * @param program - path below `bench/` without the extension, e.g. `load/http-load`
 * @returns absolute path of the JavaScript that `buildPrograms` writes
 */
export function builtFile(program: string): string {
  return join(outputFolder(program), `${program.replaceAll('/', '-')}.js`);
}

/** @throws BuildFailure of esbuild, with places */
export async function buildPrograms(programs: readonly string[]): Promise<void> {
  await Promise.all(
    programs.map((program) =>
      build({
        entryPoints: [join(ROOT, `${program}.ts`)],
        outfile: builtFile(program),
        bundle: true,
        packages: 'external',
        format: 'esm',
        platform: 'node',
        target: 'node20',
        logLevel: 'warning',
      }),
    ),
  );
}
