/** Caching keys: which parts of the context tell one cached value of a field from another. */
import { isRecord } from '../model/is-record.ts';
import { canonicalJson } from './canonical-json.ts';

export interface CachingKey {
  /** `context.arguments.id`, without the dollar sign: the spelling that evictions are compared by. */
  readonly name: string;
  readonly path: readonly string[];
}

/** The parts of a resolver's context that keys can name. */
export interface KeyContext {
  readonly arguments: unknown;
  readonly source: unknown;
  readonly identity: unknown;
}

const KEY = /^\$(context\.(arguments|source|identity)((?:\.\w+)*))$/;

/** AWS::AppSync::Resolver CachingConfig: `$context.arguments`, `.source` or `.identity`, and members of them. */
export function parseCachingKey(text: string): CachingKey | undefined {
  const match = KEY.exec(text);
  const [, name, root, members] = match ?? [];
  if (name === undefined || root === undefined || members === undefined) return undefined;
  return { name, path: [root, ...members.split('.').slice(1)] };
}

/** `Type.field` with the values of its keys. */
export function entryKey(field: string, keys: readonly CachingKey[], context: KeyContext): string {
  return join(
    field,
    keys.map(({ name, path }) => [name, read(context, path)]),
  );
}

/**
 * The key that an eviction names: its members are the caching keys, in the order of the cached resolver's CachingKeys.
 * AppSync developer guide, "Caching", uses the spellings `context.arguments.id` and `ctx.args.id`; both count.
 */
export function evictionKey(field: string, keys: Readonly<Record<string, unknown>>): string {
  return join(
    field,
    Object.entries(keys).map(([name, value]) => [toLongName(name), value ?? null]),
  );
}

function toLongName(name: string): string {
  return name
    .replace(/^\$/, '')
    .replace(/^ctx\./, 'context.')
    .replace(/^context\.args(?=\.|$)/, 'context.arguments');
}

function join(field: string, values: readonly (readonly [string, unknown])[]): string {
  return `${field} ${canonicalJson(values)}`;
}

function read(context: KeyContext, path: readonly string[]): unknown {
  let value: unknown = context;
  for (const name of path) value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : null;
  return value ?? null;
}
