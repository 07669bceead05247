import { expect, it } from 'vitest';
import { contextOf } from '../testing/run-code.ts';
import { createCallRecord } from './call-record.ts';
import { buildHttpUtil } from './http-util.ts';

function setUp() {
  const call = createCallRecord(contextOf());
  return { call, http: buildHttpUtil(() => call) };
}

it('copies headers without those of the connection', () => {
  const headers = { Host: 'a', 'content-length': '1', TE: 'x', authorization: 'b', 'x-custom': ['1', '2'] };
  expect(setUp().http.copyHeaders(headers)).toEqual({ authorization: 'b', 'x-custom': ['1', '2'] });
});

it('sets response headers, the last one winning', () => {
  const { call, http } = setUp();
  http.addResponseHeader('itemsCount', 7);
  http.addResponseHeaders({ itemsCount: 8, headerObject: { field1: 7 }, text: 'x' });
  expect(call.responseHeaders).toEqual({ itemsCount: '8', headerObject: '{"field1":7}', text: 'x' });
  expect(call.appendedErrors).toEqual([]);
});

it.each([
  ['', 'x'],
  ['Content-Type', 'x'],
  ['x-amzn-trace', 'x'],
  ['X-Amz-Date', 'x'],
  ['Vary', 'x'],
  ['fine', null],
  ['big', 'x'.repeat(4096)],
])('ignores %s: %s with an error', (name, value) => {
  const { call, http } = setUp();
  http.addResponseHeader(name, value);
  expect(call.responseHeaders).toEqual({});
  expect(call.appendedErrors).toMatchObject([{ errorType: 'ResponseHeaderError' }]);
});
