/** The inline source map of bundled code: from a place in the bundle to the place in the file it came from. */
import { SourceMap } from 'node:module';
import { isRecord } from '../../model/is-record.ts';

/** A place whose line and column count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** @returns undefined for a place that the map does not know */
export type FindSource = (line: number, column: number) => SourcePlace | undefined;

/** Only a comment in the last line counts. */
const MAP_COMMENT =
  /(?:^|\n)\/\/# sourceMappingURL=data:application\/json;(?:charset=[\w-]+;)?base64,([\w+/=]+)\s*$/;

/**
 * Reads the source map in the last line of the code. A map that can't be read is as good as none.
 * @returns undefined when the code has none
 * @see AppSync developer guide, "Bundling, TypeScript, and source maps"
 */
export function inlineSourceMap(code: string): FindSource | undefined {
  const encoded = MAP_COMMENT.exec(code)?.[1];
  const map = encoded === undefined ? undefined : parseMap(Buffer.from(encoded, 'base64').toString('utf8'));
  if (map === undefined) return undefined;
  return (line, column) => {
    const entry = map.findEntry(line - 1, column - 1);
    // The declarations promise an entry; there is none before the first mapping.
    if (!('originalSource' in entry) || typeof entry.originalSource !== 'string') return undefined;
    return { file: entry.originalSource, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  };
}

function parseMap(text: string): SourceMap | undefined {
  try {
    const payload: unknown = JSON.parse(text);
    if (!isRecord(payload) || typeof payload['mappings'] !== 'string') return undefined;
    const { mappings, sources, names } = payload;
    return new SourceMap({
      file: '',
      version: 3,
      sources: textsOf(sources),
      sourcesContent: [],
      names: textsOf(names),
      mappings,
      sourceRoot: '',
    });
  } catch {
    return undefined;
  }
}

function textsOf(values: unknown): string[] {
  return Array.isArray(values) ? values.map((value) => String(value)) : [];
}
