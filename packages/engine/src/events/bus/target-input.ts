/** What a target of a rule gets in place of the event. */
import { assertNever } from '../../model/assert-never.ts';
import { isRecord } from '../../model/is-record.ts';
import type { EventTargetInput } from '../../model/app-model.ts';
import type { BusEvent } from './put-event-entry.ts';

/** @see EventBridge API reference, "Target"; user guide, "Input transformation" */
export function targetInput(input: EventTargetInput, event: BusEvent): unknown {
  switch (input.kind) {
    case 'event':
      return event;
    case 'constant':
      return parseJson(input.json);
    case 'path':
      return readPath(event, input.path) ?? null;
    case 'transformer':
      return parseJson(fillTemplate(input.template, input.paths, event));
    default:
      return assertNever(input);
  }
}

/** A placeholder within quotes becomes bare text; elsewhere it becomes JSON. What a path does not find is empty. */
function fillTemplate(template: string, paths: Readonly<Record<string, string>>, event: BusEvent): string {
  const isJson = /^\s*[[{]/.test(template);
  let isInText = false;
  return template.replaceAll(/<([\w.-]+)>|\\.|"/g, (found, name: string | undefined) => {
    if (found === '"') isInText = !isInText;
    const path = name === undefined ? undefined : (paths[name] ?? RESERVED_PATHS[name]);
    if (path === undefined) return found;
    const value = path === '$' ? event : readPath(event, path);
    if (value === undefined) return isJson && !isInText ? '""' : '';
    if (typeof value !== 'string') return JSON.stringify(value);
    const json = JSON.stringify(value);
    return isInText || !isJson ? json.slice(1, -1) : json;
  });
}

/** User guide, "Predefined variables": the ones that do not depend on the rule. */
const RESERVED_PATHS: Readonly<Record<string, string>> = {
  'aws.events.event.json': '$',
  'aws.events.event.ingestion-time': '$.time',
};

/** `$.detail.items[0].id`: the part of JSON path that EventBridge knows. */
function readPath(event: BusEvent, path: string): unknown {
  const keys = path.match(/[^.[\]$'"]+/g) ?? [];
  return keys.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return (value as readonly unknown[])[Number(key)];
    return isRecord(value) ? value[key] : undefined;
  }, event);
}

/** A template that is not JSON is text. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
