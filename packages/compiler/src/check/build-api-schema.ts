/** API schema text -> a schema to compare or to validate operations against; what AppSync predefines is added. */
import { buildASTSchema, Kind, parse, Source } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { AWS_DIRECTIVE_DEFINITIONS, AWS_SCALAR_DEFINITIONS } from '../1-load/aws-definitions.ts';

/**
 * @param sdl - an API schema in AppSync's dialect, or any other complete schema
 * @param file - name for locations; the AST nodes of the schema point into it
 * @throws GraphQLError for text that is not SDL, Error for a schema that is not valid
 */
export function buildApiSchema(sdl: string, file: string): GraphQLSchema {
  const document = parse(new Source(sdl, file));
  const declared = new Set(
    document.definitions.map((node) => ('name' in node && node.name !== undefined ? node.name.value : '')),
  );
  const additions = [...AWS_SCALAR_DEFINITIONS, ...AWS_DIRECTIVE_DEFINITIONS].filter(
    (node) =>
      (node.kind === Kind.SCALAR_TYPE_DEFINITION || node.kind === Kind.DIRECTIVE_DEFINITION) &&
      !declared.has(node.name.value),
  );
  return buildASTSchema({ ...document, definitions: [...document.definitions, ...additions] });
}
