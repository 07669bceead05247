/** The text of a user pool's file. Passwords are in it as SRP verifiers only, refresh tokens as digests. */
import { isRecord } from '../../model/is-record.ts';
import type { PoolContents, RefreshSession, User, VerificationCode } from '../user.ts';
import { CODE_PURPOSES, USER_STATUSES } from '../user.ts';

/** Counts up when the form changes. */
const FORM = 1;

type Fields = Readonly<Record<string, unknown>>;

export function writePoolRecord({ users, sessions }: PoolContents): string {
  const record = {
    form: FORM,
    users: [...users.values()].map(({ password, ...user }) => ({
      ...user,
      salt: password.salt.toString(16),
      verifier: password.verifier.toString(16),
    })),
    sessions: Object.fromEntries(sessions),
  };
  return `${JSON.stringify(record, undefined, 1)}\n`;
}

/** @throws Error that names what is not as it was written */
export function readPoolRecord(text: string): PoolContents {
  const record: unknown = JSON.parse(text);
  if (!isRecord(record) || record['form'] !== FORM) throw new Error(`its form is not ${FORM}`);
  const { users, sessions } = record;
  return {
    users: new Map(listOf(users, 'users').map((fields) => [textOf(fields, 'username'), readUser(fields)])),
    sessions: new Map(
      Object.entries(isRecord(sessions) ? sessions : {}).map(([token, fields]) => [
        token,
        readSession(isRecord(fields) ? fields : {}),
      ]),
    ),
  };
}

function readUser(fields: Fields): User {
  const { attributes, groups } = fields;
  return {
    username: textOf(fields, 'username'),
    sub: textOf(fields, 'sub'),
    status: oneOf(fields, 'status', USER_STATUSES),
    attributes: Object.fromEntries(
      Object.entries(isRecord(attributes) ? attributes : {}).map(([name, value]) => [name, String(value)]),
    ),
    groups: Array.isArray(groups) ? groups.map(String) : [],
    password: { salt: numberOf(fields, 'salt'), verifier: numberOf(fields, 'verifier') },
    codes: listOf(fields['codes'], 'codes').map(readCode),
  };
}

function readCode(fields: Fields): VerificationCode {
  const purpose = oneOf(fields, 'purpose', CODE_PURPOSES);
  return { purpose, code: textOf(fields, 'code'), expiresAtMs: Number(fields['expiresAtMs']) };
}

function readSession(fields: Fields): RefreshSession {
  return {
    username: textOf(fields, 'username'),
    clientId: textOf(fields, 'clientId'),
    authenticatedAtEpochSeconds: Number(fields['authenticatedAtEpochSeconds']),
    originId: textOf(fields, 'originId'),
  };
}

function listOf(value: unknown, name: string): readonly Fields[] {
  if (Array.isArray(value) && value.every(isRecord)) return value;
  throw new Error(`${name} is not a list of objects`);
}

function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === 'string') return value;
  throw new Error(`${name} is missing`);
}

function oneOf<Value extends string>(fields: Fields, name: string, values: readonly Value[]): Value {
  const known = values.find((value) => value === fields[name]);
  if (known !== undefined) return known;
  throw new Error(`${name} is none of ${values.join(', ')}`);
}

function numberOf(fields: Fields, name: string): bigint {
  const digits = textOf(fields, name);
  if (!/^[\da-f]+$/.test(digits)) throw new Error(`${name} is not a hexadecimal number`);
  return BigInt(`0x${digits}`);
}
