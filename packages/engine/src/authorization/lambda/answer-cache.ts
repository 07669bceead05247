/** Answers of Lambda authorizers, kept by API and token for as long as they or the API say. */
import type { AuthorizerAnswer } from './authorizer-answer.ts';

export interface AnswerCache {
  find(key: string): AuthorizerAnswer | undefined;
  keep(key: string, answer: AuthorizerAnswer, ttlSeconds: number): void;
}

/** AppSync developer guide, "AWS_LAMBDA authorization": larger answers are never kept (checked 2026-11-21). */
const MAX_KEPT_ANSWER_BYTES = 1_048_576;

/** Entries, our choice: tokens of a laptop's day fit, and a flood of made-up ones does not fill the memory. */
const MAX_ENTRIES = 10_000;

export function createAnswerCache(now: () => number): AnswerCache {
  const entries = new Map<string, { readonly answer: AuthorizerAnswer; readonly expiresAtEpochMs: number }>();
  return {
    find(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (entry.expiresAtEpochMs > now()) return entry.answer;
      entries.delete(key);
      return undefined;
    },
    keep(key, answer, ttlSeconds) {
      if (ttlSeconds <= 0 || Buffer.byteLength(JSON.stringify(answer)) >= MAX_KEPT_ANSWER_BYTES) return;
      entries.set(key, { answer, expiresAtEpochMs: now() + ttlSeconds * 1000 });
      const [oldest] = entries.keys();
      if (entries.size > MAX_ENTRIES && oldest !== undefined) entries.delete(oldest);
    },
  };
}
