import { describe, expect, test } from 'vitest';
import type { PollResultFragment } from '../../generated/graphql.ts';
import { mergePoll, pollToShow, toShare } from './merge-poll.ts';

const poll = (id: string, votes: number, isOpen = true): PollResultFragment => ({
  id,
  question: 'Which?',
  isOpen,
  totalVotes: votes,
  options: [{ id: 'a', label: 'A', votes }],
});

describe('mergePoll', () => {
  test('takes a newer result', () => {
    expect(mergePoll([poll('x', 1), poll('y', 5)], poll('x', 2))).toEqual([poll('x', 2), poll('y', 5)]);
  });

  test('keeps its result when an older event arrives late', () => {
    expect(mergePoll([poll('x', 3)], poll('x', 2))).toEqual([poll('x', 3)]);
  });
});

test('pollToShow prefers an open poll', () => {
  expect(pollToShow([poll('x', 1, false), poll('y', 1)])?.id).toBe('y');
  expect(pollToShow([poll('x', 1, false)])?.id).toBe('x');
  expect(pollToShow([])).toBeUndefined();
});

test('toShare of an untouched poll is zero', () => {
  expect(toShare(0, 0)).toBe(0);
  expect(toShare(1, 4)).toBe(0.25);
});
