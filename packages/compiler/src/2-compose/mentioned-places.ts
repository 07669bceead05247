/**
 * Merge errors name schema coordinates ("Query.z") and subgraphs but carry no nodes: this finds their places.
 */
import { Kind, visit } from 'graphql';
import type { ASTNode, DirectiveNode, DocumentNode } from 'graphql';
import { isTypeNamed, memberOf } from '../diagnostics/named-nodes.ts';
import { locationOfNode } from '../diagnostics/source-location.ts';
import type { SourceLocation } from '../model/diagnostic.ts';

export interface MentionedPlace {
  readonly location: SourceLocation;
  readonly message: string;
}

interface NamedDocument {
  readonly name: string;
  readonly document: DocumentNode;
}

/** Places shown for one error; more would hide the first. */
const MAX_PLACES = 5;

/**
 * Places of what `message` quotes, the most telling first: the first coordinate in each subgraph that is named (in all
 * when none is), then the other coordinates. Where nothing is found: a directive or text that is quoted, the `@link`
 * that a message about versions means, at last the start of the subgraph.
 */
export function findMentionedPlaces(message: string, subgraphs: readonly NamedDocument[]): MentionedPlace[] {
  const quoted = [...message.matchAll(/["']([^"']+)["']/g)].map((match) => match[1] ?? '');
  const named = subgraphs.filter(({ name }) => quoted.includes(name) || message.includes(`[${name}]`));
  const mentioned = named.length > 0 ? named : subgraphs;
  const [first = [], ...others] = quoted
    .map((coordinate) => coordinatePlaces(coordinate, mentioned))
    .filter((found) => found.length > 0);
  // What a subgraph lacks is told for the first coordinate: the message is about that.
  const places = withoutRepeats([...first, ...others.flat().filter(({ isMember }) => isMember)]).map(
    ({ location, message: text }) => ({ location, message: text }),
  );
  if (places.length > 0) return places.slice(0, MAX_PLACES);
  return mentioned.flatMap((subgraph) => fallbackPlace(message, quoted, subgraph)).slice(0, MAX_PLACES);
}

interface CoordinatePlace extends MentionedPlace {
  /** False: the subgraph has the type but not the member; the place of the type stands for it. */
  readonly isMember: boolean;
}

function coordinatePlaces(coordinate: string, subgraphs: readonly NamedDocument[]): CoordinatePlace[] {
  const [typeName = '', ...path] = coordinate.split(/[.(:)]+/).filter((part) => part !== '');
  const found = subgraphs.flatMap(({ name, document }) => {
    const types = document.definitions.filter((definition) => isTypeNamed(definition, typeName));
    const members = types.map((type) => path.reduce<ASTNode | undefined>(memberOf, type));
    const member = members.find((node) => node !== undefined);
    const node = member ?? types[0];
    const location = node === undefined ? undefined : locationOfNode(node);
    if (location === undefined) return [];
    const text = `"${coordinate}" in subgraph "${name}".`;
    return [
      { isMember: member !== undefined, location, message: member === undefined ? `No ${text}` : text },
    ];
  });
  // A coordinate that no subgraph has says nothing; one that some have is shown where it is first.
  if (!found.some(({ isMember }) => isMember)) return [];
  return [...found].sort((a, b) => Number(b.isMember) - Number(a.isMember));
}

function fallbackPlace(
  message: string,
  quoted: readonly string[],
  { name, document }: NamedDocument,
): MentionedPlace[] {
  const directiveNames = [...message.matchAll(/@(\w+)/g)].map((match) => match[1] ?? '');
  const isAboutLinks = /version|import|link/i.test(message);
  const { directives, texts } = collectDirectives(document);
  const node =
    texts.find(({ text }) => quoted.includes(text))?.directive ??
    texts.find(
      ({ text }) => isAboutLinks && versionOf(text) !== undefined && message.includes(versionOf(text) ?? ''),
    )?.directive ??
    directives.find((directive) => directiveNames.includes(directive.name.value)) ??
    (isAboutLinks ? directives.find((directive) => directive.name.value === 'link') : undefined) ??
    document.definitions[0];
  const location = node === undefined ? undefined : locationOfNode(node);
  return location === undefined ? [] : [{ location, message: `In subgraph "${name}".` }];
}

/** `v2.9` of a `@link` url. */
function versionOf(url: string): string | undefined {
  return /\/(v\d+\.\d+)$/.exec(url)?.[1];
}

interface DirectiveTexts {
  readonly directives: readonly DirectiveNode[];
  /** String arguments with the directive that they are of. */
  readonly texts: readonly { readonly text: string; readonly directive: DirectiveNode }[];
}

function collectDirectives(document: DocumentNode): DirectiveTexts {
  const directives: DirectiveNode[] = [];
  visit(document, { Directive: (directive) => void directives.push(directive) });
  const texts = directives.flatMap((directive) =>
    (directive.arguments ?? []).flatMap(({ value }) =>
      value.kind === Kind.STRING ? [{ text: value.value, directive }] : [],
    ),
  );
  return { directives, texts };
}

function withoutRepeats(places: readonly CoordinatePlace[]): CoordinatePlace[] {
  const seen = new Set<string>();
  return places.filter(({ location: { file, line, column } }) => {
    const id = `${file}:${line}:${column}`;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
