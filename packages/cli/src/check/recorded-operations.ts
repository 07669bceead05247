/** Recorded operations of a folder: GraphQL documents, and manifests of persisted operations. */
import { createDiagnostic, toSourceLocation } from '@tributary/compiler';
import type { Diagnostic } from '@tributary/compiler';
import { GraphQLError, Kind, parse, Source, visit } from 'graphql';
import type { ASTNode, DocumentNode, FragmentDefinitionNode } from 'graphql';
import { parseManifest } from './parse-manifest.ts';

export interface RecordedFile {
  /** For messages. */
  readonly path: string;
  readonly text: string;
}

export interface RecordedDocument {
  readonly document: DocumentNode;
  /** False for an entry of a manifest: its fragments are all in it. */
  readonly maySpreadOthers: boolean;
}

export interface RecordedOperations {
  /** Documents with at least one operation or fragment; operations have the fragments of other files that they spread. */
  readonly documents: readonly DocumentNode[];
  readonly operationCount: number;
  /** Files that could not be read as operations. */
  readonly diagnostics: readonly Diagnostic[];
}

/** @param files - `*.graphql`, `*.gql` and `*.json`, in the order in which faults are reported */
export function parseRecordedOperations(files: readonly RecordedFile[]): RecordedOperations {
  const diagnostics: Diagnostic[] = [];
  const recorded = files.flatMap((file): RecordedDocument[] => {
    const isManifest = file.path.endsWith('.json');
    const sources = isManifest ? manifestSources(file, diagnostics) : [new Source(file.text, file.path)];
    return sources.flatMap((source) => {
      const document = parseSource(source, diagnostics);
      return document === undefined ? [] : [{ document, maySpreadOthers: !isManifest }];
    });
  });
  const shared = sharedFragments(recorded);
  const documents = recorded.map(({ document, maySpreadOthers }) =>
    maySpreadOthers ? withSpreadFragments(document, shared) : document,
  );
  const operationCount = documents
    .flatMap(({ definitions }) => definitions)
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  return { documents, operationCount, diagnostics };
}

/** One source for each entry, named `FILE#ID`. */
function manifestSources({ path, text }: RecordedFile, diagnostics: Diagnostic[]): Source[] {
  const manifest = parseManifest(text);
  if (manifest.ok) {
    return manifest.operations.map((operation) => new Source(operation.text, `${path}#${operation.id}`));
  }
  diagnostics.push(createDiagnostic('OPERATION_MANIFEST_INVALID', { file: path, reason: manifest.reason }));
  return [];
}

function parseSource(source: Source, diagnostics: Diagnostic[]): DocumentNode | undefined {
  try {
    return parse(source);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const location = toSourceLocation(error);
    const place = location === undefined ? {} : { location };
    diagnostics.push(createDiagnostic('OPERATION_INVALID', { message: error.message }, place));
    return undefined;
  }
}

/** Fragments by name; a name that several files define belongs to none of them. */
function sharedFragments(recorded: readonly RecordedDocument[]): ReadonlyMap<string, FragmentDefinitionNode> {
  const all = recorded.flatMap(({ document, maySpreadOthers }) =>
    maySpreadOthers ? fragmentsOf(document) : [],
  );
  const names = all.map(({ name }) => name.value);
  return new Map(
    all
      .filter(({ name }) => names.indexOf(name.value) === names.lastIndexOf(name.value))
      .map((fragment) => [fragment.name.value, fragment]),
  );
}

function withSpreadFragments(
  document: DocumentNode,
  shared: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const known = new Set(fragmentsOf(document).map(({ name }) => name.value));
  const added: FragmentDefinitionNode[] = [];
  const addSpreads = (node: ASTNode): void => {
    for (const name of spreadNames(node)) {
      const fragment = shared.get(name);
      if (known.has(name) || fragment === undefined) continue;
      known.add(name);
      added.push(fragment);
      addSpreads(fragment);
    }
  };
  addSpreads(document);
  return added.length === 0 ? document : { ...document, definitions: [...document.definitions, ...added] };
}

function spreadNames(node: ASTNode): readonly string[] {
  const names: string[] = [];
  visit(node, { FragmentSpread: ({ name }) => void names.push(name.value) });
  return names;
}

function fragmentsOf(document: DocumentNode): FragmentDefinitionNode[] {
  return document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
}
