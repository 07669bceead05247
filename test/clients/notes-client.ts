/** What every client has to be able to do, and what it must not get. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';

export type Variables = Readonly<Record<string, string>>;

export interface Answer {
  readonly data: unknown;
  /** Of the errors; none when all went well. */
  readonly messages: readonly string[];
}

export interface Listener {
  readonly next: (data: unknown) => void;
  /** With whatever the client says, as text. */
  readonly error: (reason: string) => void;
}

export interface NotesClient {
  send(query: string, variables?: Variables): Promise<Answer>;
  /** @returns ends the subscription */
  subscribe(query: string, variables: Variables, listener: Listener): () => void;
}

export interface Rights {
  /** A field of Query that is the client's alone. */
  readonly own: string;
  /** Fields of Query that others may read. */
  readonly others: readonly string[];
  /** A subscription of others. */
  readonly refusedSubscription: string;
}

const ADD = `mutation Add($id: ID!, $board: ID!, $text: String!) {
  addNote(id: $id, board: $board, text: $text) { __typename id board text }
}`;

/** Queries, mutates, hears of the mutation on its own board only, and is refused what is not the client's. */
export async function expectFullUse(client: NotesClient, rights: Rights): Promise<void> {
  await expectEvents(client);
  await expectRefusals(client, rights);
}

async function expectEvents(client: NotesClient): Promise<void> {
  const board = randomUUID();
  const variables = { id: `note-${board}`, board, text: 'hello' };
  const note = { __typename: 'Note', ...variables };
  const heard: unknown[] = [];
  const stop = client.subscribe(
    'subscription Listen($board: ID!) { onNote(board: $board) { __typename id board text } }',
    { board },
    { next: (data) => void heard.push(data), error: (reason) => void heard.push(reason) },
  );
  // The first mutations may come before the server has accepted the subscription.
  await expect
    .poll(
      async () => {
        await client.send(ADD, { ...variables, id: randomUUID(), board: randomUUID() });
        expect(await client.send(ADD, variables)).toEqual({ data: { addNote: note }, messages: [] });
        return heard[0];
      },
      { timeout: 15_000, interval: 100 },
    )
    .toEqual({ onNote: note });
  stop();
  const query = 'query Read($id: ID!) { note(id: $id) { __typename id board text } }';
  expect(await client.send(query, { id: note.id })).toEqual({ data: { note }, messages: [] });
}

async function expectRefusals(client: NotesClient, rights: Rights): Promise<void> {
  const { own, others, refusedSubscription } = rights;
  expect(await client.send(`query Own { ${own} }`)).toEqual({ data: { [own]: 'open' }, messages: [] });
  for (const field of others) {
    const { messages } = await client.send(`query Other { ${field} }`);
    expect(messages).toEqual([`Not Authorized to access ${field} on type Query`]);
  }
  const heard: string[] = [];
  const stop = client.subscribe(
    `subscription Other($board: ID!) { ${refusedSubscription}(board: $board) { id } }`,
    { board: randomUUID() },
    { next: (data) => void heard.push(JSON.stringify(data)), error: (reason) => void heard.push(reason) },
  );
  await expect.poll(() => heard[0] ?? '', { timeout: 15_000 }).toContain(refusedMessage(refusedSubscription));
  stop();
}

function refusedMessage(subscription: string): string {
  return `Not Authorized to access ${subscription} on type Subscription`;
}
