import { isRecord } from '../../../model/is-record.ts';
import { LibraryFault } from '../library-fault.ts';

export interface SubscriptionFilterEntry {
  readonly fieldName: string;
  readonly operator: string;
  readonly value: unknown;
}

export interface SubscriptionFilter {
  readonly filterGroup: readonly { readonly filters: readonly SubscriptionFilterEntry[] }[];
}

/** Alternatives, each a list of entries that must all hold: the disjunctive normal form. */
type Alternatives = readonly (readonly SubscriptionFilterEntry[])[];

const ALWAYS: Alternatives = [[]];

/**
 * `util.transform.toSubscriptionFilter`. Fields are joined by AND, several operators on one field by OR.
 * @param filter - filter object, or its JSON text as it arrives in a String argument
 * @param ignoredFields - fields left out, at every level
 * @param rules - `{ field: { operator: value } }`; at least one must hold besides the filter
 * @see AppSync developer guide, "Transformation helpers in util.transform", "toSubscriptionFilter"
 */
export function toSubscriptionFilter(
  filter: unknown,
  ignoredFields?: unknown,
  rules?: unknown,
): SubscriptionFilter {
  const ignored = new Set(Array.isArray(ignoredFields) ? ignoredFields.map(String) : []);
  const base = formatObject(parseText(filter), ignored);
  const ruleAlternatives = rules === undefined || rules === null ? ALWAYS : formatRules(rules);
  return { filterGroup: both(base, ruleAlternatives).map((filters) => ({ filters })) };
}

/** Differs or unconfirmed: the typings ask for an object, AWS's client-defined filters pass a String argument. */
function parseText(filter: unknown): unknown {
  if (typeof filter !== 'string') return filter;
  try {
    return JSON.parse(filter) as unknown;
  } catch {
    throw new LibraryFault('The subscription filter is not valid JSON.');
  }
}

function formatObject(filter: unknown, ignored: ReadonlySet<string>): Alternatives {
  if (!isRecord(filter)) throw new LibraryFault('A subscription filter must be an object.');
  return Object.entries(filter).reduce<Alternatives>((alternatives, [key, value]) => {
    if (value === undefined || value === null || ignored.has(key)) return alternatives;
    return both(alternatives, formatEntry(key, value, ignored));
  }, ALWAYS);
}

function formatEntry(key: string, value: unknown, ignored: ReadonlySet<string>): Alternatives {
  if (key !== 'and' && key !== 'or') return formatField(key, value);
  if (!Array.isArray(value)) throw new LibraryFault(`"${key}" in a subscription filter must be a list.`);
  const members = value
    .map((member: unknown) => formatObject(member, ignored))
    // A member whose fields are all ignored says nothing, rather than making the whole group true.
    .filter((member) => member.some((filters) => filters.length > 0));
  if (members.length === 0) return ALWAYS;
  return key === 'and' ? members.reduce(both, ALWAYS) : members.flat();
}

function formatField(fieldName: string, operators: unknown): Alternatives {
  if (!isRecord(operators))
    throw new LibraryFault(`The filter of "${fieldName}" must be an object of operators.`);
  return Object.entries(operators).map(([operator, value]) => [{ fieldName, operator, value }]);
}

function formatRules(rules: unknown): Alternatives {
  if (!isRecord(rules)) throw new LibraryFault('The rules of a subscription filter must be an object.');
  const alternatives = Object.entries(rules).flatMap(([field, operators]) => formatField(field, operators));
  return alternatives.length === 0 ? ALWAYS : alternatives;
}

function both(left: Alternatives, right: Alternatives): Alternatives {
  return left.flatMap((filters) => right.map((others) => [...filters, ...others]));
}
