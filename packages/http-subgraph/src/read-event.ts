/** AppSync's direct-Lambda event, as far as the adapter reads it. */
import type { Variables } from './selection/index.ts';

export interface AdapterEvent {
  readonly typeName: string;
  readonly fieldName: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The representation of a joined field's parent; null for root fields and `_entities`. */
  readonly source: Readonly<Record<string, unknown>> | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: Variables;
  /** `info.selectionSetGraphQL`; empty for leaves, and where the resolver tells names only. */
  readonly selection: string;
  /** Of `Query._entities`: names of the fields that are wanted, also those that are not in `selection`. */
  readonly wantedNames: readonly string[];
  /** These are wanted in whole, whatever `selection` has of them. */
  readonly wantsWhole: boolean;
}

/** @throws TypeError for anything that is not a direct-Lambda event: the gateway is at fault, not the client */
export function readEvent(input: unknown): AdapterEvent {
  const event = recordOf(input);
  const info = recordOf(event?.['info']);
  const typeName = info?.['parentTypeName'];
  const fieldName = info?.['fieldName'];
  if (
    event === undefined ||
    info === undefined ||
    typeof typeName !== 'string' ||
    typeof fieldName !== 'string'
  ) {
    throw new TypeError(
      'not an AppSync direct Lambda event: info.parentTypeName and info.fieldName are missing',
    );
  }
  const selection = info['selectionSetGraphQL'];
  return {
    typeName,
    fieldName,
    arguments: recordOf(event['arguments']) ?? {},
    source: recordOf(event['source']) ?? null,
    headers: headersOf(recordOf(event['request'])),
    variables: recordOf(info['variables']) ?? {},
    selection: typeof selection === 'string' ? selection : '',
    wantedNames: fieldName === '_entities' ? listOfTexts(info['selectionSetList']) : [],
    wantsWhole: info['wantsWhole'] === true,
  };
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** A list of our own: one that a resolver made lacks methods. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? Array.from<unknown>(value) : undefined;
}

function listOfTexts(value: unknown): readonly string[] {
  return (listOf(value) ?? []).filter((item) => typeof item === 'string');
}

/** Read once for all events of a request, which share it. */
const headersByRequest = new WeakMap<object, Readonly<Record<string, string>>>();

function headersOf(request: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, string>> {
  if (request === undefined) return {};
  const known = headersByRequest.get(request);
  if (known !== undefined) return known;
  const headers = textsOf(recordOf(request['headers']) ?? {});
  headersByRequest.set(request, headers);
  return headers;
}

const textsByHeaders = new WeakMap<object, Readonly<Record<string, string>>>();

/** The client's headers that have one value, names in lower case; made once for one object. */
export function headerTexts(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const known = textsByHeaders.get(headers) ?? textsOf(headers);
  textsByHeaders.set(headers, known);
  return known;
}

function textsOf(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
    ),
  );
}
