/** The adapter's configuration: what the compiler knows, and what the team says about its server. */
import { recordOf } from './read-event.ts';
import type { SubgraphShape } from './shape.ts';

export interface HttpSubgraphSettings {
  /** `http:` or `https:`. */
  readonly url: string;
  /** Sent with every request; names are case-insensitive. @default {} */
  readonly headers?: Readonly<Record<string, string>>;
  /** Names of the client's headers to hand on. @default ['authorization'] */
  readonly forwardHeaders?: readonly string[];
  /** For one operation, retries included. @default 10000 */
  readonly timeoutMs?: number;
  /** Further tries of a query that got no answer; mutations are never sent twice. @default 2 */
  readonly retries?: number;
  /** Failures in a row after which the subgraph is left alone for a while; 0: never. @default 10 */
  readonly breakerFailures?: number;
  /** How long it is left alone, in milliseconds. @default 5000 */
  readonly breakerCooldownMs?: number;
  /** Sends queries that are equal, with equal headers, and under way at the same time once. @default true */
  readonly deduplicateQueries?: boolean;
}

export interface AdapterConfig {
  readonly name: string;
  readonly shape: SubgraphShape;
  readonly settings: Required<HttpSubgraphSettings>;
}

/** Own choices, 2026-11-21; AppSync waits 30 seconds for a Lambda function in all. */
const DEFAULTS = {
  headers: {},
  forwardHeaders: ['authorization'],
  timeoutMs: 10_000,
  retries: 2,
  breakerFailures: 10,
  breakerCooldownMs: 5_000,
  deduplicateQueries: true,
} as const;

/** @throws TypeError that says which setting is wrong */
export function completeSettings(settings: HttpSubgraphSettings): Required<HttpSubgraphSettings> {
  const protocol = URL.canParse(settings.url) ? new URL(settings.url).protocol : '';
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new TypeError(`url must begin with http:// or https://, got ${JSON.stringify(settings.url)}`);
  }
  const complete = { ...DEFAULTS, ...settings };
  for (const name of ['timeoutMs', 'retries', 'breakerFailures', 'breakerCooldownMs'] as const) {
    const value = complete[name];
    if (!Number.isInteger(value) || value < 0) {
      throw new TypeError(`${name} must be a whole number from 0 on, got ${JSON.stringify(value)}`);
    }
  }
  return complete;
}

/** The settings of a configuration file. @throws TypeError that says which setting is wrong */
export function readSettings(input: unknown): HttpSubgraphSettings {
  const record = recordOf(input);
  const url = record?.['url'];
  if (record === undefined || typeof url !== 'string') throw new TypeError('url must be a text');
  const { headers, forwardHeaders, deduplicateQueries } = record;
  if (headers !== undefined && !isTexts(headers)) throw new TypeError('headers must be an object of texts');
  if (forwardHeaders !== undefined && !(Array.isArray(forwardHeaders) && forwardHeaders.every(isText))) {
    throw new TypeError('forwardHeaders must be a list of header names');
  }
  if (deduplicateQueries !== undefined && typeof deduplicateQueries !== 'boolean') {
    throw new TypeError('deduplicateQueries must be true or false');
  }
  return {
    url,
    ...(headers === undefined ? {} : { headers }),
    ...(forwardHeaders === undefined ? {} : { forwardHeaders }),
    ...(deduplicateQueries === undefined ? {} : { deduplicateQueries }),
    ...numberSetting(record, 'timeoutMs'),
    ...numberSetting(record, 'retries'),
    ...numberSetting(record, 'breakerFailures'),
    ...numberSetting(record, 'breakerCooldownMs'),
  };
}

function numberSetting(record: Readonly<Record<string, unknown>>, name: string): Record<string, number> {
  const value = record[name];
  if (value === undefined) return {};
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number`);
  return { [name]: value };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): value is Record<string, string> {
  return recordOf(value) !== undefined && Object.values(value as object).every(isText);
}
