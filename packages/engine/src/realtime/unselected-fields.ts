/** Finds what subscribers ask for and the mutation did not select: AppSync sends null there, without a word. */
import { parse, visit } from 'graphql';
import { isRecord } from '../model/is-record.ts';

export interface DeliveredPayload {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly Readonly<Record<string, unknown>>[];
}

export interface DeliveredEvent {
  readonly subscriptionField: string;
  /** The mutation's result. */
  readonly published: unknown;
  /** The subscription's document: tells aliases from fields, since payload and result are keyed by response names. */
  readonly query: string;
}

/**
 * Both kinds of null: those that stand in the payload, and those that the schema does not allow, which turn a value
 * further up into null and leave an error with their path.
 * @returns dotted field paths without list indexes, each once
 */
export function findUnselectedFields(
  payload: DeliveredPayload,
  { subscriptionField, published, query }: DeliveredEvent,
): readonly string[] {
  const paths = new Set<string>();
  collect(payload.data?.[subscriptionField], published, { path: [], paths });
  for (const { path } of payload.errors ?? []) {
    if (Array.isArray(path) && isMissing(published, path.slice(1))) {
      paths.add(
        path
          .slice(1)
          .filter((step) => typeof step === 'string')
          .join('.'),
      );
    }
  }
  if (paths.size === 0) return [];
  const aliases = aliasesIn(query);
  return [...paths].filter((path) => !path.split('.').some((name) => aliases.has(name)));
}

/** Whether the mutation selected the parent of a field, and not the field. */
function isMissing(published: unknown, path: readonly unknown[]): boolean {
  const [step, ...rest] = path;
  if (typeof step === 'number') return Array.isArray(published) && isMissing(published[step], rest);
  if (typeof step !== 'string' || !isRecord(published)) return false;
  return Object.hasOwn(published, step) ? isMissing(published[step], rest) : true;
}

interface Walk {
  readonly path: readonly string[];
  readonly paths: Set<string>;
}

function collect(received: unknown, published: unknown, { path, paths }: Walk): void {
  if (Array.isArray(received) && Array.isArray(published)) {
    received.forEach((element, index) => collect(element, published[index], { path, paths }));
    return;
  }
  if (!isRecord(received) || !isRecord(published)) return;
  for (const [name, value] of Object.entries(received)) {
    const inner = [...path, name];
    if (value === null && !Object.hasOwn(published, name)) paths.add(inner.join('.'));
    else collect(value, published[name], { path: inner, paths });
  }
}

function aliasesIn(query: string): ReadonlySet<string> {
  const aliases = new Set<string>();
  visit(parse(query), { Field: ({ alias }) => void (alias && aliases.add(alias.value)) });
  return aliases;
}
