/** Input of a call, which is whatever a client sent. */
import { isRecord } from '../model/is-record.ts';
import { invalidParameter } from './user-pool-fault.ts';

export type CallInput = Readonly<Record<string, unknown>>;

/** @throws UserPoolFault for a member that is missing or not text */
export function readText(input: CallInput, name: string): string {
  const value = input[name];
  if (typeof value === 'string' && value !== '') return value;
  throw invalidParameter(`Missing required parameter ${name}`);
}

export function readOptionalText(input: CallInput, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** `true` and nothing else. */
export function readFlag(input: CallInput, name: string): boolean {
  return input[name] === true;
}

/** Parameters of sign-in: a map of texts. */
export function readMap(input: CallInput, name: string): CallInput {
  const value = input[name];
  return isRecord(value) ? value : {};
}

/** `[{ Name, Value }]` */
export function readAttributes(input: CallInput, name: string): Readonly<Record<string, string>> {
  const value = input[name];
  if (!Array.isArray(value)) return {};
  return Object.fromEntries(
    value.flatMap((entry: unknown) => {
      if (!isRecord(entry)) return [];
      const { Name, Value } = entry;
      return typeof Name === 'string' && typeof Value === 'string' ? [[Name, Value]] : [];
    }),
  );
}

/** A list of names. */
export function readNames(input: CallInput, name: string): readonly string[] {
  const value = input[name];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}
