import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningNotes, runOwnedNotes } from './run-owned-notes.ts';

let notes: RunningNotes;
beforeAll(async () => {
  notes = await runOwnedNotes();
});
afterAll(() => notes.stop());

describe('subscriptions of an API with owners, groups and several modes', () => {
  const updateOf = (title: string): string =>
    `mutation { updateNote(id: "a2", input: { title: "${title}" }) { id owner title body audit } }`;

  it('are for the owner: of other names they are refused', async () => {
    const [socket, answer] = await notes.listen('ann', 'onNote(owner: "ann") { id title audit }');
    expect(answer).toMatchObject({ type: 'start_ack' });
    for (const field of ['onNote(owner: "ann") { id }', 'onNote { id }']) {
      const [, refused] = await notes.listen('bob', field);
      expect(refused).toMatchObject({ type: 'error', payload: { errors: [{ errorType: 'Unauthorized' }] } });
    }
    await notes.as(
      'bob',
      'mutation { updateNote(id: "b1", input: { title: "not for Ann" }) { id owner title } }',
    );
    await notes.as('ann', updateOf('for Ann'));
    const event = await socket.next(({ type }) => type === 'data');
    expect(event).toMatchObject({
      payload: { data: { onNote: { id: 'a2', title: 'for Ann', audit: null } } },
    });
  });

  it('are for administrators of all notes', async () => {
    const [socket] = await notes.listen('admin', 'onNote { title }');
    await notes.as('bob', 'mutation { updateNote(id: "b1", input: { title: "of Bob" }) { title } }');
    const event = await socket.next(({ type }) => type === 'data');
    expect(event).toMatchObject({ payload: { data: { onNote: { title: 'of Bob' } } } });
  });

  it('show each mode what it may see of one event', async () => {
    const fields = 'onPublish { id body }';
    const listeners = [
      await notes.listen('key', fields),
      await notes.listen('machine', fields),
      await notes.listen('ann', fields),
    ];
    await notes.as('editor', 'mutation { publishNote(id: "a1") { id body } }');
    const bodies = await Promise.all(
      listeners.map(async ([socket]) => {
        const { payload } = await socket.next(({ type }) => type === 'data');
        return (payload as { data: { onPublish: { body: unknown } } }).data.onPublish.body;
      }),
    );
    expect(bodies).toEqual([null, 'text', 'text']);
    const [, refused] = await notes.listen('partner', fields);
    expect(refused).toMatchObject({ type: 'error' });
  });
});
