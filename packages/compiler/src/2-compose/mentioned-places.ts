/**
 * Merge errors name schema coordinates ("Query.z") and subgraphs but carry no nodes: this finds their places.
 */
import { Kind } from 'graphql';
import type { ASTNode, DefinitionNode, DocumentNode } from 'graphql';
import { locationOfNode } from '../diagnostics/source-location.ts';
import type { SourceLocation } from '../model/diagnostic.ts';

interface MentionedPlace {
  readonly location: SourceLocation;
  readonly message: string;
}

/** Places of the first coordinate that `message` quotes, one for each subgraph that it names (all when it names none). */
export function findMentionedPlaces(
  message: string,
  subgraphs: readonly { readonly name: string; readonly document: DocumentNode }[],
): MentionedPlace[] {
  const quoted = [...message.matchAll(/["']([^"']+)["']/g)].map((match) => match[1] ?? '');
  const named = subgraphs.filter(({ name }) => quoted.includes(name) || message.includes(`[${name}]`));
  for (const coordinate of quoted) {
    const [typeName = '', memberName] = coordinate.replace(/\(.*$/, '').split('.');
    const places = (named.length > 0 ? named : subgraphs).flatMap(({ name, document }) => {
      const node = document.definitions
        .map((definition) => findMember(definition, typeName, memberName))
        .find((found) => found !== undefined);
      const location = node === undefined ? undefined : locationOfNode(node);
      return location === undefined ? [] : [{ location, message: `"${coordinate}" in subgraph "${name}".` }];
    });
    if (places.length > 0) return places;
  }
  return [];
}

function findMember(
  definition: DefinitionNode,
  typeName: string,
  memberName: string | undefined,
): ASTNode | undefined {
  if (!('name' in definition) || definition.name?.value !== typeName) return undefined;
  if (definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION)
    return undefined;
  if (memberName === undefined) return definition;
  const members: readonly { readonly name: { readonly value: string } }[] = [
    ...('fields' in definition ? (definition.fields ?? []) : []),
    ...('values' in definition ? (definition.values ?? []) : []),
  ];
  const member = members.find(({ name }) => name.value === memberName);
  return member as ASTNode | undefined;
}
