/** A supergraph composed elsewhere: SDL text of the join specification, v0.3 to v0.5. */
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { GraphQLError, Kind, parse, Source } from 'graphql';
import type { DocumentNode } from 'graphql';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import { toSourceLocation } from '../diagnostics/source-location.ts';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Supergraph } from './compose-supergraph.ts';

const JOIN_URL = /^https:\/\/specs\.apollo\.dev\/join\/v(\d+\.\d+)$/;
const KNOWN_VERSIONS: readonly string[] = ['0.3', '0.4', '0.5'];

/** @param file - for messages */
export function readSupergraph(sdl: string, file: string): Result<Supergraph> {
  try {
    const document = parse(new Source(sdl, file));
    const fault = faultOf(document);
    if (fault !== undefined) {
      const message = `${file} is not a supergraph that can be compiled: ${fault}.`;
      return err([createDiagnostic('INVALID_GRAPHQL', { message })]);
    }
    return ok({ sdl, document, apiDocument: transformSupergraphToPublicSchema(document) });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const location = toSourceLocation(error);
    const place = location === undefined ? {} : { location };
    return err([createDiagnostic('INVALID_GRAPHQL', { message: error.message }, place)]);
  }
}

function faultOf(document: DocumentNode): string | undefined {
  const graphs = document.definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  if (graphs === undefined) return 'it has no enum join__Graph, which lists the subgraphs';
  const versions = linkedUrls(document).flatMap((url) => JOIN_URL.exec(url)?.[1] ?? []);
  const [version] = versions;
  if (version === undefined) return 'its schema links no version of the join specification';
  if (KNOWN_VERSIONS.includes(version)) return undefined;
  return `it is of the join specification v${version}; v${KNOWN_VERSIONS.join(', v')} are read`;
}

function linkedUrls(document: DocumentNode): string[] {
  return document.definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION
      ? (node.directives ?? []).flatMap((directive) => {
          const url = directive.arguments?.find(
            ({ name }) => name.value === 'url' || name.value === 'feature',
          );
          return url?.value.kind === Kind.STRING ? [url.value.value] : [];
        })
      : [],
  );
}
