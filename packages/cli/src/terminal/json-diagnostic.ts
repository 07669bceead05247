/** Diagnostics as programs read them: flat, every key always there. docs/check.md documents the shape. */
import type { Diagnostic, HintLevel, SourceLocation } from '@tributary/compiler';

interface JsonPlace {
  readonly file: string | null;
  /** 1-based. */
  readonly line: number | null;
  /** 1-based. */
  readonly column: number | null;
}

export interface JsonDiagnostic extends JsonPlace {
  readonly code: string;
  readonly severity: 'error' | 'hint';
  /** Of a hint about composition. */
  readonly level: HintLevel | null;
  readonly message: string;
  readonly notes: readonly ({ readonly message: string } & JsonPlace)[];
  readonly fix: string | null;
}

export function toJsonDiagnostic(diagnostic: Diagnostic): JsonDiagnostic {
  const { code, severity, level, message, location, notes, fix } = diagnostic;
  return {
    code,
    severity,
    level: level ?? null,
    message,
    ...toPlace(location),
    notes: (notes ?? []).map((note) => ({ message: note.message, ...toPlace(note.location) })),
    fix: fix ?? null,
  };
}

function toPlace(location: SourceLocation | undefined): JsonPlace {
  return {
    file: location?.file ?? null,
    line: location?.line ?? null,
    column: location?.column ?? null,
  };
}
