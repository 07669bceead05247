/** One entry of `PutEvents` -> the event that rules and targets see, or the entry's own failure. */
import { isRecord } from '../../model/is-record.ts';

/** EventBridge user guide, "Events": what a target gets. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  /** To the second, in UTC. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

export type ParsedEntry =
  | { readonly ok: true; readonly busName: string; readonly event: BusEvent }
  | { readonly ok: false; readonly code: string; readonly message: string };

export interface EventSurroundings {
  readonly accountId: string;
  readonly region: string;
  readonly id: string;
  readonly nowMs: number;
}

/** @see EventBridge API reference, "PutEventsRequestEntry" */
export function parsePutEventEntry(entry: unknown, around: EventSurroundings): ParsedEntry {
  const { Source, DetailType, Detail, EventBusName, Resources, Time } = isRecord(entry) ? entry : {};
  if (!isFilled(Source)) return missing('Source');
  if (!isFilled(DetailType)) return missing('DetailType');
  if (!isFilled(Detail)) return missing('Detail');
  if (Source.startsWith('aws.')) {
    const message = 'Not authorized for the source.';
    return { ok: false, code: 'NotAuthorizedForSourceException', message };
  }
  const detail = parseObject(Detail);
  if (detail === undefined) return { ok: false, code: 'MalformedDetail', message: 'Detail is malformed.' };
  const time = toTime(Time, around.nowMs);
  if (time === undefined) return invalid('Time', 'Time is not a timestamp.');
  const event: BusEvent = {
    version: '0',
    id: around.id,
    'detail-type': DetailType,
    source: Source,
    account: around.accountId,
    time,
    region: around.region,
    resources: Array.isArray(Resources) ? Resources.map(String) : [],
    detail,
  };
  return { ok: true, busName: busNameOf(EventBusName), event };
}

/** From a name or an ARN; nothing is the default bus. */
export function busNameOf(nameOrArn: unknown): string {
  if (!isFilled(nameOrArn)) return 'default';
  return nameOrArn.startsWith('arn:') ? nameOrArn.slice(nameOrArn.indexOf('/') + 1) : nameOrArn;
}

/** The SDK sends epoch seconds, AppSync resolvers RFC 3339 text. */
function toTime(time: unknown, nowMs: number): string | undefined {
  if (time !== undefined && typeof time !== 'number' && typeof time !== 'string') return undefined;
  const epochMs = typeof time === 'number' ? time * 1000 : time === undefined ? nowMs : Date.parse(time);
  const date = new Date(epochMs);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/\.\d+Z$/, 'Z');
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function missing(parameter: string): ParsedEntry {
  return invalid(parameter, `${parameter} is a required argument.`);
}

function invalid(parameter: string, reason: string): ParsedEntry {
  const message = `Parameter ${parameter} is not valid. Reason: ${reason}`;
  return { ok: false, code: 'InvalidArgument', message };
}
