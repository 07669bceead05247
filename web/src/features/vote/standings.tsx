/** The standings as a bar chart in which rows slide to their rank. Drawn by hand: a phone loads no chart library. */
import type { PollResultFragment } from '../../generated/graphql.ts';
import { toShare } from './merge-poll.ts';

type Option = PollResultFragment['options'][number];

interface StandingsProps {
  readonly options: readonly Option[];
  readonly totalVotes: number;
}

/** Pixels from one row of the chart to the next. */
const ROW_STEP_PX = 62;

export function Standings({ options, totalVotes }: StandingsProps) {
  const ranks = toRanks(options);
  const mostVotes = Math.max(...options.map(({ votes }) => votes), 1);
  return (
    <>
      <p className="standings-total" role="status">
        <span className="figure">{totalVotes}</span> {totalVotes === 1 ? 'vote' : 'votes'}
      </p>
      <ol className="standings" style={{ height: options.length * ROW_STEP_PX }} data-testid="vote-chart">
        {options.map((option) => (
          <li
            key={option.id}
            style={{ transform: `translateY(${(ranks.get(option.id) ?? 0) * ROW_STEP_PX}px)` }}
          >
            <span className="standings-label">{option.label}</span>
            <span className="standings-bar" aria-hidden="true">
              <span style={{ transform: `scaleX(${option.votes / mostVotes})` }} />
            </span>
            <span className="standings-share figure">
              {(toShare(option.votes, totalVotes) * 100).toFixed(1)}%
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Place of each option, most votes first; equal votes keep the ballot's order. */
function toRanks(options: readonly Option[]): ReadonlyMap<string, number> {
  return new Map(options.toSorted((a, b) => b.votes - a.votes).map(({ id }, rank) => [id, rank]));
}
