import { expect, test } from 'vitest';
import { parseRoute } from './route.ts';

test.each([
  ['/', 'operations'],
  ['/index.html', 'operations'],
  ['/store', 'store'],
  ['/vote/', 'vote'],
  ['/nowhere', 'not-found'],
])('parseRoute(%s) is %s', (pathname, route) => {
  expect(parseRoute(pathname)).toBe(route);
});
