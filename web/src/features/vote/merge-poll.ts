/** Keeps a poll current while answers and events arrive in any order. Pure. */
import type { PollResultFragment } from '../../generated/graphql.ts';

/**
 * Puts a poll's newer result in its place. Counters only rise, so the result with more votes is the newer one.
 * @returns the polls in the same order; a poll that is not listed is left out
 */
export function mergePoll(
  polls: readonly PollResultFragment[],
  result: PollResultFragment,
): PollResultFragment[] {
  return polls.map((poll) => (poll.id === result.id && result.totalVotes >= poll.totalVotes ? result : poll));
}

/** The poll to show: the first open one, else the first; undefined when there is none. */
export function pollToShow(polls: readonly PollResultFragment[]): PollResultFragment | undefined {
  return polls.find(({ isOpen }) => isOpen) ?? polls.at(0);
}

/** Part of all votes, from 0 to 1; 0 while nobody has voted. */
export function toShare(votes: number, totalVotes: number): number {
  return totalVotes === 0 ? 0 : votes / totalVotes;
}
