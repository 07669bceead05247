// Writes the sample data: npx tsx subgraphs/seed.ts. One item in a line, so that changes can be read.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seedFiles } from './seed-files.ts';

const here = dirname(fileURLToPath(import.meta.url));

for (const [path, items] of Object.entries(seedFiles())) {
  const file = join(here, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`);
  console.log(`${path}: ${items.length} items`);
}
