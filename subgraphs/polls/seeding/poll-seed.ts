/** The poll that is open when the application starts. */
import { POLL_LISTING } from '../../../resolvers/polls/poll-listing.ts';
import type { Poll } from '../generated/types.ts';
import { before, DAY_MS } from '../../seed-clock.ts';

const OPTIONS = [
  { label: 'Federated serverless GraphQL', votes: 21 },
  { label: 'Modular monolith', votes: 18 },
  { label: 'Event-driven microservices', votes: 14 },
  { label: 'Everything at the edge', votes: 7 },
  { label: 'One big spreadsheet', votes: 4 },
];

export function toPollItems(): readonly object[] {
  const poll: Poll = {
    id: 'startup-architecture-of-the-year',
    question: 'Which is the startup architecture of the year?',
    isOpen: true,
    options: OPTIONS.map((option, position) => ({ id: `${position + 1}`, ...option })),
    totalVotes: OPTIONS.reduce((sum, option) => sum + option.votes, 0),
  };
  return [{ ...poll, listing: POLL_LISTING, createdAt: before(DAY_MS) }];
}
