/** Makes diagnostics from the catalog. */
import type { Diagnostic, DiagnosticNote, SourceLocation } from '../model/diagnostic.ts';
import { CATALOG } from './catalog.ts';
import type { CatalogCode, CatalogEntry } from './catalog.ts';

export interface DiagnosticPlace {
  readonly location?: SourceLocation;
  readonly notes?: readonly DiagnosticNote[];
  readonly severity?: 'error' | 'hint';
}

/**
 * Fills the catalog's message and fix with the parameters; severity `error` unless the place or the catalog says
 * otherwise.
 */
export function createDiagnostic(
  code: CatalogCode,
  parameters: Readonly<Record<string, string | number>>,
  place: DiagnosticPlace = {},
): Diagnostic {
  const entry: CatalogEntry = CATALOG[code];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in parameters ? String(parameters[name]) : whole,
    );
  return {
    code,
    severity: place.severity ?? (entry.level === undefined ? 'error' : 'hint'),
    ...(entry.level === undefined ? {} : { level: entry.level }),
    message: fill(entry.message),
    ...(entry.fix === undefined ? {} : { fix: fill(entry.fix) }),
    ...(place.location === undefined ? {} : { location: place.location }),
    ...(place.notes === undefined || place.notes.length === 0 ? {} : { notes: place.notes }),
  };
}

/** The explanation of a code for `tributary explain`; undefined for a code that we do not know. */
export function explainCode(code: string): string | undefined {
  if (!isCatalogCode(code)) return undefined;
  const entry: CatalogEntry = CATALOG[code];
  return entry.fix === undefined ? entry.explanation : `${entry.explanation}\n\nUsual fix: ${entry.fix}`;
}

export function knownCodes(): readonly string[] {
  return Object.keys(CATALOG).sort();
}

export function isCatalogCode(code: string): code is CatalogCode {
  return Object.hasOwn(CATALOG, code);
}
