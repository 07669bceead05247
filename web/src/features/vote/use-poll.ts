/** The poll on the page, kept current by one subscription to its votes. */
import { mapReady, type LoadState } from '../../api/load-state.ts';
import { useCacheUpdate } from '../../api/use-cache-update.ts';
import { useLoad } from '../../api/use-load.ts';
import { PollsDocument, type PollResultFragment } from '../../generated/graphql.ts';
import { mergePoll, pollToShow } from './merge-poll.ts';

export interface PollFeed {
  /** Ready with undefined when there is no poll at all. */
  readonly poll: LoadState<PollResultFragment | undefined>;
  readonly takeResult: (result: PollResultFragment) => void;
}

export function usePoll(): PollFeed {
  const polls = useLoad(PollsDocument, {});
  const update = useCacheUpdate(PollsDocument, {});
  return {
    poll: mapReady(polls, (data) => pollToShow(data.polls)),
    takeResult: (result) => update((data) => ({ polls: mergePoll(data.polls, result) })),
  };
}
