/**
 * `info.along` of an event: fields with arguments that the answer may bring along, so that AppSync need not ask for
 * them in a call of their own. The compiler writes it from the schema; a handler is free to ignore it.
 */
import { isRecord } from '../is-record.ts';

export interface AlongTable {
  /** The type of the answer, unless it is a list of entities; objects of an abstract type tell theirs. */
  readonly type?: string;
  readonly types: Readonly<Record<string, AlongType>>;
  /** Of `Query._entities`: what a representation, by its kind, is enough for. */
  readonly entities?: Readonly<Record<string, AlongType>>;
  /** The kind of each representation; without, its `__typename`. */
  readonly kinds?: readonly string[];
  /** Of the representations with a kind, where `info.selectionSetGraphQL` is not theirs alone and so is left out. */
  readonly selection?: string;
}

export interface AlongType {
  /** Of the entity nothing is wanted but `calls`. */
  readonly isCallsOnly?: true;
  /** Abstract types that it belongs to: fragments may name them. */
  readonly of?: readonly string[];
  /** Composite field -> type of its values, as in `AlongTable.type`. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly calls?: Readonly<Record<string, AlongCall>>;
  /** Field -> calls that it needs as an input, when it is selected. */
  readonly needs?: Readonly<Record<string, readonly AlongInput[]>>;
}

export interface AlongCall extends AlongInputs {
  /** Keys of the parent by their field names, as representations have them; none: the parent as it is. */
  readonly keys?: readonly (readonly string[])[];
  /** As in `fields`, of a composite result. */
  readonly type?: string;
}

/** Arguments, or fields of an input object. */
export interface AlongInputs {
  /** Values of those that are null or absent. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** What is inside of those that are input objects or lists of them, as far as it has defaults. */
  readonly inputs?: Readonly<Record<string, AlongInputs>>;
}

/** An input of `@requires`, with the arguments that the field set writes out. */
export interface AlongInput {
  readonly field: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** @returns undefined when the event has none */
export function alongTableOf(info: object): AlongTable | undefined {
  const table: unknown = 'along' in info ? info.along : undefined;
  // Emitted code is the only writer: what has types is whole.
  return isRecord(table) && isRecord(table['types']) ? (table as unknown as AlongTable) : undefined;
}

/** Where the value is put in its parent: the emitted resolver of the field looks it up by the same text. */
export function alongKey(fieldName: string, args: Readonly<Record<string, unknown>>): string {
  const pairs = Object.keys(args)
    .sort()
    .map((name) => [name, args[name]]);
  return `${fieldName}(${JSON.stringify(pairs)})`;
}

/** Where the error is put when there is no value; the same text as in the emitted resolver. */
export function alongErrorKey(key: string): string {
  return `${key}(error)`;
}
