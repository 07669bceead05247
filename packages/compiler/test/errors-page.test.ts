import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CATALOG } from '../src/index.ts';

const PAGE = join(import.meta.dirname, '../../../docs/errors.md');

it('docs/errors.md is made from the catalog (UPDATE_SNAPSHOTS=1 writes it)', () => {
  const sections = Object.entries(CATALOG)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, entry]) => {
      const fix = 'fix' in entry ? `\n\nFix: ${entry.fix}` : '';
      return `## ${code}\n\n> ${entry.message}\n\n${entry.explanation}${fix}\n`;
    });
  const page = `# Error codes\n\nGenerated from the compiler's catalog; \`tributary explain CODE\` prints the same. Other codes are the official ones of Federation composition.\n\n${sections.join('\n')}`;
  if (process.env['UPDATE_SNAPSHOTS'] === '1') writeFileSync(PAGE, page);
  expect(existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '').toBe(page);
});
