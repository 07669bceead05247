/** The live vote of the reference application: many phones subscribe to one poll, each vote goes to all of them. */
import type { SocketJob } from '../load/socket-job.ts';
import type { HttpRequest } from './contender.ts';
import { API_KEY } from './tributary.ts';
import { ask } from './ask.ts';

const FIELDS = 'id question isOpen totalVotes options { id label votes }';

export interface Poll {
  readonly subscription: SocketJob['subscription'];
  readonly vote: HttpRequest;
}

/** Creates a poll in the reference application that runs on that port. */
export async function createPoll(port: number): Promise<Poll> {
  const query = `mutation { createPoll(question: "Tabs or spaces?", options: ["Tabs", "Spaces"]) { id } }`;
  const { createPoll } = (await ask(port, request({ query }))) as { createPoll: { id: string } };
  return pollWithId(createPoll.id);
}

export function pollWithId(pollId: string): Poll {
  return {
    subscription: {
      query: `subscription($pollId: ID!) { onVote(pollId: $pollId) { ${FIELDS} } }`,
      variables: { pollId },
    },
    vote: request({
      query: `mutation($pollId: ID!) { vote(pollId: $pollId, optionId: "2") { ${FIELDS} } }`,
      variables: { pollId },
    }),
  };
}

function request(body: object): HttpRequest {
  return {
    path: '/graphql',
    headers: { 'content-type': 'application/json', 'x-api-key': API_KEY },
    body: JSON.stringify(body),
  };
}
