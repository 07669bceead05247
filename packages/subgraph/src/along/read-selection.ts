/**
 * Reads `info.selectionSetGraphQL`: fields with their arguments. Inline fragments are opened; a spread of a named one
 * hides what is in it, since AppSync leaves fragment definitions out (aws-appsync-community issue 142).
 */
import { readArguments } from './read-value.ts';
import type { Variables } from './read-value.ts';
import { readTokens } from './tokens.ts';
import type { Tokens } from './tokens.ts';

export interface ReadSelection {
  readonly fields: readonly ReadField[];
  /** A named fragment hides a part, here or further below. */
  readonly isHiding: boolean;
  /** From the opening to the closing brace; `{}` for a leaf, as AppSync has it. */
  readonly text: string;
}

export interface ReadField {
  readonly name: string;
  readonly responseKey: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Types that the fragments around the field name. */
  readonly conditions: readonly string[];
  readonly selection: ReadSelection;
}

interface Reader {
  readonly text: string;
  readonly tokens: Tokens;
  readonly variables: Variables;
}

const NOTHING: ReadSelection = { fields: [], isHiding: false, text: '{}' };

/** @throws UnreadableSelection, SyntaxError for text that AppSync does not print */
export function readSelection(text: string, variables: Variables): ReadSelection {
  return readSet({ text, variables, tokens: readTokens(text) }, []);
}

function readSet(reader: Reader, conditions: readonly string[]): ReadSelection {
  const { tokens, text } = reader;
  const start = tokens.position();
  if (!tokens.skip('{')) return NOTHING;
  const fields: ReadField[] = [];
  let isHiding = false;
  while (!tokens.skip('}')) {
    const one = tokens.skip('...') ? readFragment(reader, conditions) : readField(reader, conditions);
    fields.push(...one.fields);
    isHiding ||= one.isHiding;
  }
  return { fields, isHiding, text: text.slice(start, tokens.position()).trimEnd() };
}

type Part = Pick<ReadSelection, 'fields' | 'isHiding'>;

function readField(reader: Reader, conditions: readonly string[]): Part {
  const { tokens, variables } = reader;
  const first = tokens.next();
  const name = tokens.skip(':') ? tokens.next() : first;
  const args = readArguments(tokens, variables);
  const isKept = readDirectives(reader);
  const selection = readSet(reader, []);
  const field: ReadField = { name, responseKey: first, args, conditions, selection };
  return isKept ? { fields: [field], isHiding: selection.isHiding } : { fields: [], isHiding: false };
}

/** After the dots. */
function readFragment(reader: Reader, conditions: readonly string[]): Part {
  const { tokens, text } = reader;
  if (tokens.skip('on')) return fragmentBody(reader, [...conditions, tokens.next()]);
  if (['{', '@'].includes(text.charAt(tokens.position()))) return fragmentBody(reader, conditions);
  tokens.next();
  readDirectives(reader);
  return { fields: [], isHiding: true };
}

function fragmentBody(reader: Reader, conditions: readonly string[]): Part {
  const isKept = readDirectives(reader);
  const { fields, isHiding } = readSet(reader, conditions);
  return isKept ? { fields, isHiding } : { fields: [], isHiding: false };
}

/** @returns false when `@skip` or `@include` leaves the selection out */
function readDirectives(reader: Reader): boolean {
  let isKept = true;
  while (reader.tokens.skip('@')) isKept = readDirective(reader) && isKept;
  return isKept;
}

function readDirective({ tokens, variables }: Reader): boolean {
  const name = tokens.next();
  const { if: condition } = readArguments(tokens, variables);
  if (name === 'skip') return condition === false;
  return name !== 'include' || condition === true;
}
