/**
 * Phase 2, compose: subgraph documents -> one supergraph (join specification) and the API schema.
 * Merging and rule checks are the composition library's; its errors keep their codes and gain place, frame and fix.
 */
import {
  addInaccessibleToUnreachableTypes,
  applyTagFilterOnSubgraphs,
  compositionHasErrors,
  extractLinkImplementations,
} from '@theguild/federation-composition';
import type { CompositionSuccess, ServiceDefinition } from '@theguild/federation-composition';
import { print } from 'graphql';
import type { GraphQLError } from 'graphql';
import type { DocumentNode } from 'graphql';
import { CATALOG } from '../diagnostics/catalog.ts';
import type { CatalogEntry } from '../diagnostics/catalog.ts';
import { isCatalogCode } from '../diagnostics/create-diagnostic.ts';
import { toSourceLocation } from '../diagnostics/source-location.ts';
import type { Contract } from '../model/contract.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { composeServices, ownFaults } from './compose-services.ts';
import { hideInterfaceFields } from './hide-interface-fields.ts';
import { loosenListTypes } from './loosen-list-types.ts';
import { correctSupergraph } from './correct-supergraph.ts';
import { dropDefaults, partialDefaults } from './drop-partial-defaults.ts';
import { mergedSchema } from '../merged-schema/merged-schema.ts';
import type { MergedSchema } from '../merged-schema/merged-schema.ts';
import { findMentionedPlaces } from './mentioned-places.ts';
import { readNewerVersions } from './read-newer-versions.ts';
import { widenFieldTypes, widestTypes } from './widen-field-types.ts';

export interface ComposableSubgraph {
  readonly name: string;
  /** With what composition needs declared, and the specification's names. */
  readonly document: DocumentNode;
}

export interface Supergraph {
  readonly sdl: string;
  readonly document: DocumentNode;
  /** What clients see, before AppSync's dialect. */
  readonly apiDocument: DocumentNode;
}

export interface ComposedSupergraph extends Supergraph {
  /** The subgraphs that it is made of, as written. */
  readonly merged: MergedSchema;
}

/** Whether every field can be reached is the planner's to say: the library refuses some that can. */
const SATISFIABILITY_RULES = ['SatisfiabilityRule'];

/** At most this many errors are reported at once, as in graphql-js validation. */
const MAX_REPORTED_ERRORS = 100;

/**
 * @param subgraphs - sorted by name, with their documents as written
 * @param contract - leaves the whole supergraph out of the API but for what the contract's tags choose
 * @returns the supergraph, or every composition error
 */
export function composeSupergraph(
  subgraphs: readonly (ComposableSubgraph & { readonly written: DocumentNode })[],
  contract?: Contract,
): Result<ComposedSupergraph> {
  const read = subgraphs.map(({ name, document }) => ({
    name,
    typeDefs: hideInterfaceFields(readNewerVersions(document)),
  }));
  const services = loosenListTypes(read);
  const result = composeServices(contract === undefined ? services : filterByTags(services, contract), {
    disableValidationRules: SATISFIABILITY_RULES,
  });
  if (compositionHasErrors(result)) {
    return err(result.errors.slice(0, MAX_REPORTED_ERRORS).map((error) => toDiagnostic(error, subgraphs)));
  }
  const success = contract === undefined ? result : withoutUnreachable(result);
  const merged = mergedSchema(subgraphs.map(({ name, written }) => ({ name, document: written })));
  const [defaults, types] = [partialDefaults(merged), widestTypes(merged)];
  const corrected = (composed: DocumentNode) => widenFieldTypes(dropDefaults(composed, defaults), types);
  const document = corrected(correctSupergraph(success.supergraphDocumentNode, subgraphs));
  const isCorrect = document === success.supergraphDocumentNode;
  return ok({
    sdl: isCorrect ? success.supergraphSdl : print(document),
    document,
    apiDocument: corrected(success.publicDocumentNode),
    merged,
  });
}

function filterByTags(services: ServiceDefinition[], { include, exclude }: Contract): ServiceDefinition[] {
  return applyTagFilterOnSubgraphs(services, { include: new Set(include), exclude: new Set(exclude) });
}

function withoutUnreachable(result: CompositionSuccess): CompositionSuccess {
  const { resolveImportName } = extractLinkImplementations(result.supergraphDocumentNode);
  return addInaccessibleToUnreachableTypes(resolveImportName, result);
}

/** The faults that subgraphs have by themselves: for those that can be read when others can't. */
export function checkSubgraphs(subgraphs: readonly ComposableSubgraph[]): readonly Diagnostic[] {
  const services = subgraphs.map(({ name, document }) => ({ name, typeDefs: readNewerVersions(document) }));
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
