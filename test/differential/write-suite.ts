/** A failing case as a folder of conformance/suites. See conformance/README.md for the files. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FailingCase } from './shrink-case.ts';
import { prepareWorld } from './try-case.ts';

/** @param directory - created; its name becomes the suite's */
export function writeSuite(directory: string, { world, operation, difference }: FailingCase): void {
  mkdirSync(directory, { recursive: true });
  copyFileSync(join(import.meta.dirname, 'answer.mjs'), join(directory, 'answer.mjs'));
  const { subgraphs } = prepareWorld(world);
  for (const { name, sdl, database } of subgraphs) {
    writeFileSync(join(directory, `${name}.graphql`), sdl);
    writeFileSync(
      join(directory, `${name}.mjs`),
      `import { answer } from './answer.mjs';

export const { resolvers, entities } = answer(${JSON.stringify(database, null, 2)});
`,
    );
  }
  if (operation === undefined) return;
  writeFileSync(join(directory, 'found.operation.graphql'), `${operation.query}\n`);
  if (Object.keys(operation.variables).length > 0)
    writeFileSync(
      join(directory, 'found.variables.json'),
      `${JSON.stringify(operation.variables, null, 2)}\n`,
    );
  writeFileSync(join(directory, 'found.expected.json'), `${JSON.stringify(difference.expected, null, 2)}\n`);
}
