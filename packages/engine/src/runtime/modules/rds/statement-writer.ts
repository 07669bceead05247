/** What the statements of one request share: the dialect, and the variables, which are numbered across them. */
import { isHintedValue } from './type-hint.ts';

export type Dialect = 'postgresql' | 'mysql';

const QUOTES: Readonly<Record<Dialect, string>> = { postgresql: '"', mysql: '`' };

export interface StatementWriter {
  readonly dialect: Dialect;
  readonly variableMap: Readonly<Record<string, unknown>>;
  readonly variableTypeHintMap: Readonly<Record<string, string>>;
  /** Quotes a name; dots separate schema, table and column. `*` stays as it is. */
  quote(name: unknown): string;
  /** The variable that stands for a value; nullish values are written out as NULL. */
  bind(value: unknown): string;
}

export function createStatementWriter(dialect: Dialect): StatementWriter {
  const variableMap: Record<string, unknown> = {};
  const variableTypeHintMap: Record<string, string> = {};
  const mark = QUOTES[dialect];
  let count = 0;
  return {
    dialect,
    variableMap,
    variableTypeHintMap,
    quote: (name) =>
      String(name)
        .split('.')
        .map((part) => (part === '*' ? part : mark + part.replaceAll(mark, mark + mark) + mark))
        .join('.'),
    bind(value) {
      const bound = isHintedValue(value) ? value.value : value;
      if (bound === null || bound === undefined) return 'NULL';
      const name = `:P${count}`;
      count += 1;
      variableMap[name] = bound;
      if (isHintedValue(value)) variableTypeHintMap[name] = value.type;
      return name;
    },
  };
}
