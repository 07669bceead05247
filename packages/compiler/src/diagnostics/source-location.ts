/** Locations of AST nodes and GraphQL errors in the user's files. */
import { getLocation } from 'graphql';
import type { ASTNode, GraphQLError, Source } from 'graphql';
import type { SourceLocation } from '../model/diagnostic.ts';

/** @returns undefined for an error that carries no source */
export function toSourceLocation(error: GraphQLError): SourceLocation | undefined {
  const node = error.nodes?.[0];
  if (node?.loc !== undefined) return locationOfNode(node);
  const position = error.positions?.[0];
  if (error.source === undefined || position === undefined) return undefined;
  return locationAt(error.source, position, 1);
}

/** The place of a node; for a definition the place of its name. */
export function locationOfNode(node: ASTNode): SourceLocation | undefined {
  const marked =
    'name' in node && typeof node.name === 'object' && node.name?.loc !== undefined ? node.name : node;
  if (marked.loc === undefined) return undefined;
  return locationAt(marked.loc.source, marked.loc.start, marked.loc.end - marked.loc.start);
}

function locationAt(source: Source, position: number, length: number): SourceLocation {
  const { line, column } = getLocation(source, position);
  const lineText = source.body.split(/\r\n|\n|\r/)[line - 1] ?? '';
  const underlined = Math.max(1, Math.min(length, lineText.length - column + 1));
  return { file: source.name, line, column, length: underlined, lineText };
}
