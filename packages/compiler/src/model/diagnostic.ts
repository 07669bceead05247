/** A fault or a remark about the user's input, with its place: data, printed by `diagnostics/format-diagnostic.ts`. */

export interface SourceLocation {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** Characters to underline; at least 1. */
  readonly length: number;
  /** The text of the line, for the code frame. */
  readonly lineText: string;
}

export interface DiagnosticNote {
  readonly message: string;
  readonly location?: SourceLocation;
}

/** `warn`: to be looked at; `info`: can be better; `debug`: what composition did. Federation documentation, "Hints". */
export type HintLevel = 'warn' | 'info' | 'debug';

export interface Diagnostic {
  /** An official federation code, or one of ours: `APPSYNC_*`, `PROJECT_*`. */
  readonly code: string;
  readonly severity: 'error' | 'hint';
  /** Of a hint about the composition of subgraphs. */
  readonly level?: HintLevel;
  readonly message: string;
  readonly location?: SourceLocation;
  readonly notes?: readonly DiagnosticNote[];
  readonly fix?: string;
}
