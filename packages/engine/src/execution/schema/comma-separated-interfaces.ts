import { Lexer, Source, TokenKind } from 'graphql';

/**
 * Writes `implements A, B` as `implements A & B`: AppSync takes both forms, the current grammar only the second.
 * Line numbers stay as they are. Text that cannot be read is returned unchanged; parsing will report it.
 */
export function acceptCommaSeparatedInterfaces(sdl: string): string {
  if (!/\bimplements\s+\w+\s*(?:#.*\s*)*,/.test(sdl)) return sdl;
  try {
    return joinInterfaces(sdl);
  } catch {
    return sdl;
  }
}

function joinInterfaces(sdl: string): string {
  const lexer = new Lexer(new Source(sdl));
  const insertions: number[] = [];
  let isInList = false;
  let previousIsName = false;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    const isName = token.kind === TokenKind.NAME;
    if (isInList && isName && previousIsName) insertions.push(token.start);
    if (isName && token.value === 'implements') {
      isInList = true;
      previousIsName = false;
      continue;
    }
    if (!isName && token.kind !== TokenKind.AMP) isInList = false;
    previousIsName = isName;
  }
  let text = sdl;
  for (const position of insertions.reverse()) text = `${text.slice(0, position)}& ${text.slice(position)}`;
  return text;
}
