import { describe, expect, it } from 'vitest';
import { send } from '../support/graphql.ts';

const POLL = 'id question isOpen totalVotes options { id label votes }';

async function createPoll() {
  const { data, errors } = await send(
    `mutation Create { createPoll(question: "Tea or coffee?", options: ["Tea", "Coffee"]) { ${POLL} } }`,
  );
  expect(errors).toEqual([]);
  return data['createPoll'];
}

const VOTE = `mutation Vote($pollId: ID!, $optionId: ID!) { vote(pollId: $pollId, optionId: $optionId) { ${POLL} } }`;

describe('polls', () => {
  it('has the seeded open poll with five options', async () => {
    const { data } = await send(`{ poll(id: "startup-architecture-of-the-year") { ${POLL} } polls { id } }`);
    expect(data['poll']?.['isOpen']).toBe(true);
    expect(data['poll']?.['options']).toHaveLength(5);
    expect(data['polls']).toContainEqual({ id: 'startup-architecture-of-the-year' });
  });

  it('counts every one of 50 votes at once', async () => {
    const poll = await createPoll();
    const [tea, coffee] = poll?.['options'] ?? [];
    const votes = Array.from({ length: 50 }, (_, index) =>
      send(VOTE, { pollId: poll?.['id'], optionId: index % 5 === 0 ? tea?.['id'] : coffee?.['id'] }),
    );
    for (const answer of await Promise.all(votes)) expect(answer.errors).toEqual([]);
    const { data } = await send(`query Poll($id: ID!) { poll(id: $id) { ${POLL} } }`, { id: poll?.['id'] });
    expect(data['poll']?.['totalVotes']).toBe(50);
    expect((data['poll']?.['options'] ?? []).map((option) => option['votes'])).toEqual([10, 40]);
  });

  it('refuses votes on a closed poll and for an unknown option', async () => {
    const poll = await createPoll();
    const pollId = poll?.['id'];
    const unknown = await send(VOTE, { pollId, optionId: 'nope' });
    expect(unknown.errors).toHaveLength(1);
    const closed = await send(
      'mutation Close($pollId: ID!) { setPollOpen(pollId: $pollId, isOpen: false) { isOpen } }',
      { pollId },
    );
    expect(closed.data['setPollOpen']).toEqual({ isOpen: false });
    const refused = await send(VOTE, { pollId, optionId: poll?.['options']?.[0]?.['id'] });
    expect(refused.errors[0]).toMatchObject({ errorType: 'PollClosed', path: ['vote'] });
  });
});
