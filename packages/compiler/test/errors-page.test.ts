import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CATALOG, HINT_CODES } from '../src/index.ts';

const DOCS = join(import.meta.dirname, '../../../docs');

it('docs/errors.md is made from the catalog (UPDATE_SNAPSHOTS=1 writes it)', () => {
  const sections = Object.entries(CATALOG)
    .filter(([code]) => !Object.hasOwn(HINT_CODES, code))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, entry]) => {
      const fix = 'fix' in entry ? `\n\nFix: ${entry.fix}` : '';
      return `## ${code}\n\n> ${entry.message}\n\n${entry.explanation}${fix}\n`;
    });
  expectPage(
    'errors.md',
    `# Error codes\n\nGenerated from the compiler's catalog; \`tributary explain CODE\` prints the same. Other codes are the official ones of Federation composition.\n\n${sections.join('\n')}`,
  );
});

it('docs/hints.md is made from the catalog (UPDATE_SNAPSHOTS=1 writes it)', () => {
  const sections = (['warn', 'info', 'debug'] as const).map((level) => {
    const entries = Object.entries(HINT_CODES).filter(([, entry]) => entry.level === level);
    const texts = entries.map(
      ([code, { message, explanation, fix }]) =>
        `### ${code}\n\n> ${message}\n\n${explanation}\n\nFix: ${fix}\n`,
    );
    return `## ${level}\n\n${LEVELS[level]}\n\n${texts.join('\n')}`;
  });
  expectPage('hints.md', `${HINTS_INTRODUCTION}\n\n${sections.join('\n')}`);
});

const LEVELS = {
  warn: 'To be looked at: something of a subgraph does not reach the API.',
  info: 'Something can be better.',
  debug: 'What composition did where subgraphs differ.',
};

const HINTS_INTRODUCTION = `# Composition hints

Generated from the compiler's catalog; \`tributary explain CODE\` prints the same. \`tributary check\` and \`tributary compose\` show hints from the level on that \`--hints\` names (\`warn\`). They never fail a check. Codes and levels are the official ones of Federation; those that are not here are not computed: \`DIRECTIVE_COMPOSITION_*\` and \`INCONSISTENT_TYPE_SYSTEM_DIRECTIVE_*\` are about directives of schemas, which AppSync does not have, and \`IMPLICITLY_UPGRADED_FEDERATION_VERSION\` about versions that the composer here does not raise by itself.`;

function expectPage(name: string, text: string): void {
  const file = join(DOCS, name);
  if (process.env['UPDATE_SNAPSHOTS'] === '1') writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
}
