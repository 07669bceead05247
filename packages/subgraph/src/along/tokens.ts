/** GraphQL text as tokens; commas, comments and white space are left out. GraphQL spec, "Lexical Tokens". */
import { UnreadableSelection } from './unreadable-selection.ts';

export interface Tokens {
  /** Takes the token if it is next. */
  skip(token: string): boolean;
  /** Takes the next token, whatever it is. @throws UnreadableSelection at the end */
  next(): string;
  /** @throws UnreadableSelection when another token is next */
  expect(token: string): void;
  /** Where in the text the next token starts. */
  position(): number;
}

const TOKEN =
  /#[^\n\r]*|"""(?:[^\\]|\\.)*?"""|"(?:[^"\\\n]|\\.)*"|\.\.\.|[_A-Za-z]\w*|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[^\s,\ufeff]/g;

export function readTokens(text: string): Tokens {
  const found = [...text.matchAll(TOKEN)]
    .map((match) => ({ token: match[0], start: match.index }))
    .filter(({ token }) => !token.startsWith('#'));
  let at = 0;
  const next = (): string => {
    const one = found[at];
    if (one === undefined) throw new UnreadableSelection('the text ends early');
    at += 1;
    return one.token;
  };
  return {
    skip: (token) => {
      const isNext = found[at]?.token === token;
      if (isNext) at += 1;
      return isNext;
    },
    next,
    expect: (token) => {
      if (next() !== token) throw new UnreadableSelection(`no "${token}"`);
    },
    position: () => found[at]?.start ?? text.length,
  };
}
