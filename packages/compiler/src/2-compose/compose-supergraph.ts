/**
 * Phase 2, compose: subgraph documents -> one supergraph (join specification) and the API schema.
 * Merging and rule checks are the composition library's; its errors keep their codes and gain place, frame and fix.
 */
import { compositionHasErrors } from '@theguild/federation-composition';
import { print } from 'graphql';
import type { GraphQLError } from 'graphql';
import type { DocumentNode } from 'graphql';
import { CATALOG } from '../diagnostics/catalog.ts';
import type { CatalogEntry } from '../diagnostics/catalog.ts';
import { isCatalogCode } from '../diagnostics/create-diagnostic.ts';
import { toSourceLocation } from '../diagnostics/source-location.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { composeServices, ownFaults } from './compose-services.ts';
import { correctSupergraph } from './correct-supergraph.ts';
import { findMentionedPlaces } from './mentioned-places.ts';

export interface ComposableSubgraph {
  readonly name: string;
  readonly document: DocumentNode;
}

export interface Supergraph {
  readonly sdl: string;
  readonly document: DocumentNode;
  /** What clients see, before AppSync's dialect. */
  readonly apiDocument: DocumentNode;
}

/** Whether every field can be reached is the planner's to say: the library refuses some that can. */
const SATISFIABILITY_RULES = ['SatisfiabilityRule'];

/** At most this many errors are reported at once, as in graphql-js validation. */
const MAX_REPORTED_ERRORS = 100;

/** @returns the supergraph, or every composition error */
export function composeSupergraph(subgraphs: readonly ComposableSubgraph[]): Result<Supergraph> {
  const services = subgraphs.map(({ name, document }) => ({ name, typeDefs: document }));
  const result = composeServices(services, { disableValidationRules: SATISFIABILITY_RULES });
  if (compositionHasErrors(result)) {
    return err(result.errors.slice(0, MAX_REPORTED_ERRORS).map((error) => toDiagnostic(error, subgraphs)));
  }
  const document = correctSupergraph(result.supergraphDocumentNode, subgraphs);
  const isCorrect = document === result.supergraphDocumentNode;
  return ok({
    sdl: isCorrect ? result.supergraphSdl : print(document),
    document,
    apiDocument: result.publicDocumentNode,
  });
}

/** The faults that subgraphs have by themselves: for those that can be read when others can't. */
export function checkSubgraphs(subgraphs: readonly ComposableSubgraph[]): readonly Diagnostic[] {
  const services = subgraphs.map(({ name, document }) => ({ name, typeDefs: document }));
  return ownFaults(services).map((error) => toDiagnostic(error, subgraphs));
}

function toDiagnostic(error: GraphQLError, subgraphs: readonly ComposableSubgraph[]): Diagnostic {
  const code = typeof error.extensions['code'] === 'string' ? error.extensions['code'] : 'INVALID_GRAPHQL';
  const entry: CatalogEntry | undefined = isCatalogCode(code) ? CATALOG[code] : undefined;
  const direct = toSourceLocation(error);
  const [first, ...others] = direct === undefined ? findMentionedPlaces(error.message, subgraphs) : [];
  const location = direct ?? first?.location;
  return {
    code,
    severity: 'error',
    message: error.message,
    ...(location === undefined ? {} : { location }),
    ...(others.length === 0 ? {} : { notes: others }),
    ...(entry?.fix === undefined ? {} : { fix: entry.fix }),
  };
}
