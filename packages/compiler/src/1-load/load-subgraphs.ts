/**
 * Phase 1, load: SDL text -> documents that remember file, line and column.
 * The AWS scalars and directives that a document uses undeclared are declared in it, so that composition accepts them.
 */
import { GraphQLError, Kind, parse, Source, visit } from 'graphql';
import type { DefinitionNode, DocumentNode } from 'graphql';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import { toSourceLocation } from '../diagnostics/source-location.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { SubgraphSource } from '../model/subgraph-source.ts';
import { AWS_DIRECTIVE_DEFINITIONS, AWS_SCALAR_DEFINITIONS } from './aws-definitions.ts';
import { withFederationNames } from './federation-names.ts';

export interface LoadedSubgraph {
  readonly source: SubgraphSource;
  /** As written: locations point into the user's file. */
  readonly document: DocumentNode;
  /** With the AWS definitions that it uses, and Federation's directives under the names of the specification. */
  readonly composable: DocumentNode;
}

/** @returns the subgraphs sorted by name, so that their order on the way in never matters */
export function loadSubgraphs(sources: readonly SubgraphSource[]): Result<readonly LoadedSubgraph[]> {
  const diagnostics: Diagnostic[] = [...checkNames(sources)];
  const loaded: LoadedSubgraph[] = [];
  for (const source of [...sources].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const document = parseSdl(source);
    if (document.ok) {
      const usesAws = /AWS|aws_/.test(source.sdl);
      const composable = withFederationNames(usesAws ? withAwsDefinitions(document.value) : document.value);
      loaded.push({ source, document: document.value, composable });
    } else diagnostics.push(document.error);
  }
  return diagnostics.length > 0 ? err(diagnostics) : ok(loaded);
}

function checkNames(sources: readonly SubgraphSource[]): Diagnostic[] {
  if (sources.length === 0) return [createDiagnostic('PROJECT_NO_SUBGRAPHS', {})];
  const seen = new Set<string>();
  return sources.flatMap(({ name }) => {
    if (seen.has(name)) return [createDiagnostic('PROJECT_DUPLICATE_SUBGRAPH', { name })];
    seen.add(name);
    return [];
  });
}

function parseSdl(source: SubgraphSource): Result<DocumentNode, Diagnostic> {
  try {
    return ok(parse(new Source(source.sdl, source.file)));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const location = toSourceLocation(error);
    return err(
      createDiagnostic(
        'INVALID_GRAPHQL',
        { message: error.message },
        location === undefined ? {} : { location },
      ),
    );
  }
}

function withAwsDefinitions(document: DocumentNode): DocumentNode {
  const declared = new Set(
    document.definitions.flatMap((node) =>
      node.kind === Kind.SCALAR_TYPE_DEFINITION || node.kind === Kind.DIRECTIVE_DEFINITION
        ? [node.name.value]
        : [],
    ),
  );
  const used = new Set<string>();
  visit(document, {
    NamedType: (node) => void used.add(node.name.value),
    Directive: (node) => void used.add(node.name.value),
  });
  const isNeeded = (node: DefinitionNode) =>
    'name' in node && node.name !== undefined && used.has(node.name.value) && !declared.has(node.name.value);
  const additions = [...AWS_SCALAR_DEFINITIONS, ...AWS_DIRECTIVE_DEFINITIONS].filter(isNeeded);
  return { ...document, definitions: [...document.definitions, ...additions] };
}
