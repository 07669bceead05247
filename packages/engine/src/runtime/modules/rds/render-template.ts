import type { SqlTemplate } from './sql-statement.ts';
import type { StatementWriter } from './statement-writer.ts';

/** The text of a `sql` template with variables in place of its values. */
export function renderTemplate(writer: StatementWriter, { texts, values }: SqlTemplate): string {
  return texts.map((text, index) => (index === 0 ? text : writer.bind(values[index - 1]) + text)).join('');
}
