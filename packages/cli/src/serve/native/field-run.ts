/** One run of a native resolver: what its steps know and change. All lists are by index of the source. */
import type { Answer, AnswerError } from '@tributary/http-subgraph';
import type { NativeField, NativeResult, ResolverError } from '@tributary/engine';
import { isRecord } from '../../is-record.ts';

export type Values = Readonly<Record<string, unknown>>;

export interface FieldRun {
  readonly field: NativeField;
  readonly sources: readonly Values[];
  readonly values: unknown[];
  /** Whether the source has no value of the field yet; only where it is asked for by key. */
  readonly isAbsent: boolean[];
  /** What was got for the `@requires` of the field. */
  readonly inputs: (Values | undefined)[];
  readonly errors: Map<number, ResolverError[]>;
  /** Sources whose field has ended with an error. */
  readonly failed: Set<number>;
}

/** A part of a resolver, for all sources at once; undefined when nothing has to be waited for. */
export type ResolverStep = (run: FieldRun) => Promise<void> | undefined;

const NO_VALUES: Values = {};

export function startRun(field: NativeField): FieldRun {
  const sources = field.sources.map((source) => (isRecord(source) ? source : NO_VALUES));
  return {
    field,
    sources,
    values: sources.map(() => null),
    isAbsent: [],
    inputs: [],
    errors: new Map(),
    failed: new Set(),
  };
}

export function resultOf({ values, errors, failed }: FieldRun): NativeResult {
  return {
    values,
    faults: new Map(
      [...errors].map(([index, list]) => [index, { errors: list, hasFailed: failed.has(index) }]),
    ),
  };
}

export function addError(run: FieldRun, index: number, error: ResolverError): void {
  const known = run.errors.get(index);
  if (known === undefined) run.errors.set(index, [error]);
  else known.push(error);
}

export function failField(run: FieldRun, index: number, error: ResolverError): void {
  addError(run, index, error);
  run.failed.add(index);
}

/** The value of an answer; its errors become errors of the field. */
export function readAnswer(run: FieldRun, index: number, { data, errors }: Answer): unknown {
  for (const error of errors ?? []) addError(run, index, toResolverError(error));
  return data;
}

export function toResolverError({ errorMessage, errorType, errorInfo }: AnswerError): ResolverError {
  return { message: errorMessage, errorType, data: null, errorInfo: errorInfo ?? null };
}

/** The object that a representation is made of: the source with what was got for the field. */
export function inputOf({ sources, inputs }: FieldRun, index: number): Values {
  const source = sources[index] ?? NO_VALUES;
  const added = inputs[index];
  return added === undefined ? source : { ...source, ...added };
}
