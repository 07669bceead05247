/** SDL in AppSync's dialect -> GraphQLSchema, or everything that AppSync would refuse about it. */
import {
  type DefinitionNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  buildASTSchema,
  parse,
  specifiedDirectives,
  validateSchema,
  visit,
} from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';
import { AWS_DIALECT_SDL } from './aws-dialect.ts';
import { acceptCommaSeparatedInterfaces } from './comma-separated-interfaces.ts';

export type BuildSchemaResult =
  | { readonly ok: true; readonly schema: GraphQLSchema }
  | { readonly ok: false; readonly errors: readonly string[] };

const DIALECT = parse(AWS_DIALECT_SDL, { noLocation: true });
const PREDEFINED_SCALARS = new Set(namesOf(Kind.SCALAR_TYPE_DEFINITION));
const KNOWN_DIRECTIVES = new Set([
  ...namesOf(Kind.DIRECTIVE_DEFINITION),
  ...specifiedDirectives.map((directive) => directive.name),
]);

/**
 * Builds the schema of an API. Undeclared directives are accepted and have no effect, as on AppSync; declared ones,
 * custom scalars, extensions and interfaces that implement interfaces are refused.
 */
export function buildApiSchema(sdl: string): BuildSchemaResult {
  let document: DocumentNode;
  try {
    document = parse(acceptCommaSeparatedInterfaces(sdl));
  } catch (fault) {
    return { ok: false, errors: [formatFault(fault)] };
  }
  const refused = document.definitions.flatMap(refuseDefinition);
  if (refused.length > 0) return { ok: false, errors: refused };
  const complete: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [...DIALECT.definitions, ...withoutUnknownDirectives(document).definitions],
  };
  const faults = validateSDL(complete);
  if (faults.length > 0) return { ok: false, errors: faults.map(formatFault) };
  const schema = buildASTSchema(complete, { assumeValidSDL: true });
  const schemaFaults = validateSchema(schema);
  if (schemaFaults.length > 0) return { ok: false, errors: schemaFaults.map(formatFault) };
  return { ok: true, schema };
}

function refuseDefinition(node: DefinitionNode): readonly string[] {
  const line = node.loc === undefined ? '' : ` (schema line ${node.loc.startToken.line})`;
  switch (node.kind) {
    case Kind.DIRECTIVE_DEFINITION:
      return [`Directive definitions are not supported. Received: @${node.name.value}${line}`];
    case Kind.SCALAR_TYPE_DEFINITION:
      if (PREDEFINED_SCALARS.has(node.name.value)) return [];
      return [`Custom scalars are not supported by AppSync. Received: scalar ${node.name.value}${line}`];
    case Kind.INTERFACE_TYPE_DEFINITION:
      if ((node.interfaces ?? []).length === 0) return [];
      return [`Interfaces that implement interfaces are not supported by AppSync. Received: ${node.name.value}${line}`];
    case Kind.SCHEMA_EXTENSION:
    case Kind.DIRECTIVE_EXTENSION:
    case Kind.SCALAR_TYPE_EXTENSION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_EXTENSION:
    case Kind.UNION_TYPE_EXTENSION:
    case Kind.ENUM_TYPE_EXTENSION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return [`Extensions ("extend") are not supported by AppSync; merge them before${line}`];
    case Kind.OPERATION_DEFINITION:
    case Kind.FRAGMENT_DEFINITION:
      return [`The schema contains an operation or a fragment${line}`];
    case Kind.SCHEMA_DEFINITION:
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return [];
  }
}

function withoutUnknownDirectives(document: DocumentNode): DocumentNode {
  const known: DocumentNode = visit(document, {
    Directive: (node) => (KNOWN_DIRECTIVES.has(node.name.value) ? undefined : null),
  });
  const definitions = known.definitions.filter((node) => node.kind !== Kind.SCALAR_TYPE_DEFINITION);
  return { ...known, definitions };
}

function formatFault(fault: unknown): string {
  if (!(fault instanceof GraphQLError)) return `Failed to parse schema document: ${String(fault)}`;
  const line = fault.locations?.[0]?.line;
  return line === undefined ? fault.message : `${fault.message} (schema line ${line})`;
}

function namesOf(kind: Kind.SCALAR_TYPE_DEFINITION | Kind.DIRECTIVE_DEFINITION): string[] {
  return DIALECT.definitions.flatMap((node) => (node.kind === kind && 'name' in node ? [node.name?.value ?? ''] : []));
}
