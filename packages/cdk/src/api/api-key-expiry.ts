/** Days. AppSync API reference, CreateApiKey `expires`: at most 365 days from creation (checked 2026-11-21). */
const MAX_API_KEY_LIFETIME_DAYS = 365;

const MS_PER_DAY = 86_400_000;

/**
 * When an API key that is deployed now should end: 365 days after the start of this month (UTC). The value holds for a
 * month, so templates do not change with every synthesis, and every deployment renews a key for at least 334 days.
 * @param now - the current time; passed in so that a synthesis can be repeated
 */
export function toApiKeyExpiry(now: Date): Date {
  const monthStartEpochMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
  return new Date(monthStartEpochMs + MAX_API_KEY_LIFETIME_DAYS * MS_PER_DAY);
}
