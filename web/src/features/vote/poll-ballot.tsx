import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { toQueryKey } from '../../api/query-key.ts';
import { useSend } from '../../api/use-send.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import {
  PollsDocument,
  VoteCastDocument,
  VoteDocument,
  type PollResultFragment,
} from '../../generated/graphql.ts';
import { Panel } from '../../ui/panel.tsx';
import { Toast } from '../../ui/toast.tsx';
import { useLiveEvents } from '../connection/use-live-events.ts';
import { Standings } from './standings.tsx';
import { VoteOption } from './vote-option.tsx';

interface PollBallotProps {
  readonly poll: PollResultFragment;
  readonly onResult: (result: PollResultFragment) => void;
}

/** One poll: its options to tap and its standings. */
export function PollBallot({ poll, onResult }: PollBallotProps) {
  const queryClient = useQueryClient();
  const [chosenId, setChosenId] = useState<string>();
  const { state, send, dismiss } = useSend(VoteDocument);

  useLiveEvents(VoteCastDocument, { pollId: poll.id }, ({ data }) => {
    if (data.onVote !== null) onResult(data.onVote);
  });

  const vote = (optionId: string) => {
    dismiss();
    setChosenId(optionId);
    send({ pollId: poll.id, optionId }, ({ data }) => onResult(data.vote));
  };
  const dismissAndRefresh = () => {
    dismiss();
    void queryClient.invalidateQueries({ queryKey: toQueryKey(PollsDocument, {}) });
  };

  return (
    <>
      <PageTitle title={poll.question}>
        {poll.isOpen ? 'Tap your choice. Each tap is a vote.' : 'This poll is closed. Here is how it ended.'}
      </PageTitle>
      <ul className="vote-options" aria-label="Options">
        {poll.options.map((option) => (
          <VoteOption
            key={option.id}
            option={option}
            totalVotes={poll.totalVotes}
            isChosen={option.id === chosenId}
            isOpen={poll.isOpen}
            onVote={() => vote(option.id)}
          />
        ))}
      </ul>
      <Panel title="Standings" sources={['polls']} className="standings-panel">
        <Standings options={poll.options} totalVotes={poll.totalVotes} />
      </Panel>
      {state.kind === 'failed' && <Toast text={state.reason} onDismiss={dismissAndRefresh} />}
    </>
  );
}
