/** Values of arguments as a selection's text has them. GraphQL spec, "Input Values". */
import type { Tokens } from './tokens.ts';
import { UnreadableSelection } from './unreadable-selection.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** `(by: 3, size: $size)` from its opening parenthesis on; a variable that was left out is null, as AppSync has it. */
export function readArguments(tokens: Tokens, variables: Variables): Readonly<Record<string, unknown>> {
  const args: Record<string, unknown> = {};
  if (!tokens.skip('(')) return args;
  while (!tokens.skip(')')) {
    const name = tokens.next();
    tokens.expect(':');
    args[name] = readValue(tokens, variables);
  }
  return args;
}

function readValue(tokens: Tokens, variables: Variables): unknown {
  const token = tokens.next();
  if (token === '$') return variables[tokens.next()] ?? null;
  if (token === '[') return readList(tokens, variables);
  if (token === '{') return readObject(tokens, variables);
  // Block strings lose their indentation by rules of their own.
  if (token.startsWith('"""')) throw new UnreadableSelection('a block string');
  if (token.startsWith('"') || /^-?\d/.test(token)) return JSON.parse(token);
  if (token === 'true' || token === 'false') return token === 'true';
  if (token === 'null') return null;
  // Enum values come to resolvers as text.
  if (/^\w+$/.test(token)) return token;
  throw new UnreadableSelection(token);
}

function readList(tokens: Tokens, variables: Variables): unknown[] {
  const items: unknown[] = [];
  while (!tokens.skip(']')) items.push(readValue(tokens, variables));
  return items;
}

function readObject(tokens: Tokens, variables: Variables): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  while (!tokens.skip('}')) {
    const name = tokens.next();
    tokens.expect(':');
    fields[name] = readValue(tokens, variables);
  }
  return fields;
}
