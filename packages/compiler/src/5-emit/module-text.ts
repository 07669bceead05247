/** Lays out one emitted module: header, imports, blocks separated by one blank line. */

export interface ModuleParts {
  /** Lines of the header comment: where the code came from and what it does. */
  readonly header: readonly string[];
  readonly imports: readonly ('util' | 'runtime')[];
  readonly blocks: readonly string[];
}

export function moduleText({ header, imports, blocks }: ModuleParts): string {
  const comment = ['Compiled by Tributary; edit the subgraph instead.', ...header]
    .map((line) => `// ${line}`)
    .join('\n');
  const importLine =
    imports.length === 0 ? [] : [`import { ${imports.join(', ')} } from '@aws-appsync/utils';`];
  const parts = [comment, ...importLine, ...blocks.map((block) => block.trim())];
  // Concatenated, not joined: modules share most of their blocks, and V8 copies none of them before the text is written.
  return `${parts.reduce((text, part) => `${text}\n\n${part}`)}\n`;
}

const BARE_KEY = /^[A-Za-z_$][\w$]*$/;

/** Hardly any string does. */
const NEEDS_ESCAPE = /[\\'\n]/;

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n');
}

/** A JavaScript literal of plain data on one line, single-quoted strings, bare keys where they may be. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return `'${NEEDS_ESCAPE.test(value) ? escaped(value) : value}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return objectLiteral(Object.entries(value).map(([key, member]) => [key, literal(member)]));
  }
  return JSON.stringify(value ?? null);
}

/** @param members - each with the code of its value */
export function objectLiteral(members: readonly (readonly [string, string])[]): string {
  if (members.length === 0) return '{}';
  return `{ ${members.map(([key, code]) => `${propertyKey(key)}: ${code}`).join(', ')} }`;
}

/** `const NAME = { ... };` with one member a line. */
export function constantTable(name: string, table: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(table).map(([key, value]) => `  ${propertyKey(key)}: ${literal(value)},\n`);
  const type = '/** @type {any} */\n';
  return members.length === 0
    ? `${type}const ${name} = {};`
    : `${type}const ${name} = {\n${members.join('')}};`;
}

export function propertyKey(name: string): string {
  return BARE_KEY.test(name) ? name : literal(name);
}
