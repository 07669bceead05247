/** Finds what subscribers ask for and the mutation did not select: AppSync sends null there, without a word. */
import { parse, visit } from 'graphql';
import { isRecord } from '../model/is-record.ts';

/**
 * @param received - the subscription field's value in the payload, after completion
 * @param published - the mutation's result
 * @param subscriptionQuery - tells aliases apart from fields, since both values are keyed by response names
 * @returns dotted field paths without list indexes, each once
 */
export function findUnselectedFields(
  received: unknown,
  published: unknown,
  subscriptionQuery: string,
): readonly string[] {
  const paths = new Set<string>();
  collect(received, published, { path: [], paths });
  if (paths.size === 0) return [];
  const aliases = aliasesIn(subscriptionQuery);
  return [...paths].filter((path) => !path.split('.').some((name) => aliases.has(name)));
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
