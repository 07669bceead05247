import { expect, it } from 'vitest';
import { buildDynamoDbUtil } from './dynamodb-util.ts';

const util = buildDynamoDbUtil();
const map = { foo: 'bar', baz: 1234, beep: ['boop'] };
const typedMap = { foo: { S: 'bar' }, baz: { N: 1234 }, beep: { L: [{ S: 'boop' }] } };
const typedList = { L: [{ S: 'foo' }, { N: 123 }, { M: { bar: { S: 'baz' } } }] };

/** Outputs of the service, recorded through EvaluateCode. */
it.each([
  ['string', util.toDynamoDB('test'), { S: 'test' }],
  ['number', util.toDynamoDB(12345), { N: 12345 }],
  ['boolean', util.toDynamoDB(true), { BOOL: true }],
  ['null', util.toDynamoDB(null), { NULL: null }],
  ['list', util.toDynamoDB(['foo', 123, { bar: 'baz' }]), typedList],
  ['toList', util.toList(['foo', 123, { bar: 'baz' }]), typedList],
  ['toMap', util.toMap(map), { M: typedMap }],
  ['toMapValues', util.toMapValues(map), typedMap],
  ['toString', util.toString('test'), { S: 'test' }],
  ['toNumber', util.toNumber(12345), { N: 12345 }],
  ['toBoolean', util.toBoolean(true), { BOOL: true }],
  ['toBinary', util.toBinary('foo'), { B: 'foo' }],
  ['toNull', util.toNull(), { NULL: null }],
  ['toStringSet', util.toStringSet(['a', 'b']), { SS: ['a', 'b'] }],
  ['toNumberSet', util.toNumberSet([1, 23, 4.56]), { NS: [1, 23, 4.56] }],
  ['toBinarySet', util.toBinarySet(['Zm9v']), { BS: ['Zm9v'] }],
  [
    'toS3Object',
    util.toS3Object('k', 'b', 'eu-central-1'),
    { S: '{"s3":{"key":"k","bucket":"b","region":"eu-central-1"}}' },
  ],
  [
    'toS3Object with a version',
    util.toS3Object('k', 'b', 'r', 'v'),
    { S: '{"s3":{"key":"k","bucket":"b","region":"r","version":"v"}}' },
  ],
  [
    'fromS3ObjectJson',
    util.fromS3ObjectJson('{"s3":{"key":"k","bucket":"b","region":"r"}}'),
    { key: 'k', bucket: 'b', region: 'r' },
  ],
])('%s', (_name, actual, expected) => {
  expect(JSON.stringify(actual)).toBe(JSON.stringify(expected));
});

it('answers null for null', () => {
  expect([util.toString(null), util.toNumber(undefined), util.toStringSet(null), util.toMap(null)]).toEqual(
    Array(4).fill(null),
  );
});

it('leaves out undefined attributes', () => {
  expect(util.toMapValues({ a: undefined, b: null })).toEqual({ b: { NULL: null } });
});
