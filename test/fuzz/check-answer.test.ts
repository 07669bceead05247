import { describe, expect, it } from 'vitest';
import { checkAnswer } from './check-answer.ts';
import { checkFrame } from './check-frame.ts';

const headers = (errorType?: string): Headers =>
  new Headers({
    'x-amzn-requestid': '00000000-0000-4000-8000-000000000000',
    'content-type': 'application/json;charset=UTF-8',
    ...(errorType === undefined ? {} : { 'x-amzn-errortype': errorType }),
  });

describe('checkAnswer', () => {
  it.each([
    [200, '{"data":{"a":1}}'],
    [200, '{"data":null,"errors":[{"path":null,"locations":[],"message":"no"}]}'],
  ])('passes %i %s', (status, text) => {
    expect(() => checkAnswer({ status, text, headers: headers() })).not.toThrow();
  });

  it.each([
    [500, '{"errors":[{"errorType":"InternalFailure","message":"The request failed."}]}'],
    [200, '{"errors":[]}'],
    [200, '{"data":null,"errors":[{"message":"no"}]}'],
    [200, '{"data":{"a":"boom\\n    at run (run.js:1:1)"}}'],
    [400, '{"data":null,"errors":[{"errorType":"A","message":"no"}]}'],
    [400, '<html>'],
  ])('finds fault with %i %s', (status, text) => {
    expect(() => checkAnswer({ status, text, headers: headers('A') })).toThrow();
  });
});

describe('checkFrame', () => {
  it('finds fault with other frames than those of AppSync', () => {
    expect(() => checkFrame('{"type":"ka"}')).not.toThrow();
    expect(() => checkFrame('{"type":"next","id":"1"}')).toThrow();
    expect(() => checkFrame('{"type":"error","payload":{"errors":[{}]}}')).toThrow();
  });
});
