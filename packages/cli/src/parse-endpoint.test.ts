import { expect, it } from 'vitest';
import { parseEndpoint } from './parse-endpoint.ts';

it.each(['http://127.0.0.1:8000', 'https://dynamodb.eu-west-1.amazonaws.com/'])('takes %s', (text) => {
  expect(parseEndpoint(text)).toBe(new URL(text).href);
});

it.each(['localhost:8000', 'dynamodb', '', 'ftp://host/'])('refuses "%s" and shows what it wants', (text) => {
  expect(() => parseEndpoint(text)).toThrow('http://127.0.0.1:8000');
});
