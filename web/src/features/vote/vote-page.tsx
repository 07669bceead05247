/** The live vote: big targets for a thumb, and a chart that every vote in the room moves. */
import { PageTitle } from '../../ui/page-title.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadView } from '../../ui/load-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PollBallot } from './poll-ballot.tsx';
import { usePoll } from './use-poll.ts';
import './vote.css';

export default function VotePage() {
  const { poll, takeResult } = usePoll();
  return (
    <div className="vote">
      <LoadView state={poll} what="the poll" placeholder={<Skeleton rows={5} shape="card" />}>
        {(shown) =>
          shown === undefined ? (
            <>
              <PageTitle title="Vote">Every phone in the room is a subscriber.</PageTitle>
              <EmptyState title="There is no poll">
                As soon as one is created it can be voted on here.
              </EmptyState>
            </>
          ) : (
            <PollBallot poll={shown} onResult={takeResult} />
          )
        }
      </LoadView>
    </div>
  );
}
