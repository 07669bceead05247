import type { PollResultFragment } from '../../generated/graphql.ts';
import { toShare } from './merge-poll.ts';

interface VoteOptionProps {
  readonly option: PollResultFragment['options'][number];
  readonly totalVotes: number;
  /** This window voted for it last. */
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly onVote: () => void;
}

/** A target as wide as the page whose fill is the option's part of the votes. */
export function VoteOption({ option, totalVotes, isChosen, isOpen, onVote }: VoteOptionProps) {
  const percent = Math.round(toShare(option.votes, totalVotes) * 100);
  return (
    <li className="vote-option" data-chosen={isChosen}>
      <button type="button" disabled={!isOpen} onClick={onVote} data-testid={`vote-option-${option.id}`}>
        <span className="vote-fill" style={{ transform: `scaleX(${percent / 100})` }} aria-hidden="true" />
        <span className="vote-label">
          {option.label}
          {isChosen && <span className="vote-mine">your vote</span>}
        </span>
        <span className="vote-result">
          <span className="vote-count figure" data-testid={`vote-count-${option.id}`}>
            {option.votes}
          </span>
          <span className="muted figure">{percent}%</span>
        </span>
      </button>
    </li>
  );
}
