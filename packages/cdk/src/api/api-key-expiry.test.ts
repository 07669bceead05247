import { expect, it } from 'vitest';
import { toApiKeyExpiry } from './api-key-expiry.ts';

it('is the same all month', () => {
  const first = toApiKeyExpiry(new Date('2026-11-01T00:00:00Z'));
  const last = toApiKeyExpiry(new Date('2026-11-30T23:59:59Z'));
  expect(first).toEqual(last);
  expect(first.toISOString()).toBe('2027-11-01T00:00:00.000Z');
});

it('never passes the 365 days that AppSync allows', () => {
  const now = new Date('2028-02-01T00:00:00Z');
  expect((toApiKeyExpiry(now).getTime() - now.getTime()) / 86_400_000).toBe(365);
});
