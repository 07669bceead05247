import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningNotes, runOwnedNotes } from './run-owned-notes.ts';

let notes: RunningNotes;
beforeAll(async () => {
  notes = await runOwnedNotes();
});
afterAll(() => notes.stop());

describe('owners', () => {
  it('are written by the service, not by the client', async () => {
    expect(await notes.as('ann', '{ note(id: "a1") { owner } }')).toEqual({
      data: { note: { owner: 'ann' } },
      refused: [],
    });
    const forged = 'mutation { createNote(id: "f", input: { title: "t", owner: "bob" }) { id } }';
    expect(await notes.as('ann', forged)).toEqual({ data: null, refused: [''] });
  });

  it('cannot take over an id that exists', async () => {
    const answer = await notes.as(
      'bob',
      'mutation { createNote(id: "a1", input: { title: "mine" }) { id } }',
    );
    expect(answer).toEqual({
      data: { createNote: null },
      refused: ['createNote DynamoDB:ConditionalCheckFailedException'],
    });
  });

  it('see their own notes and public ones, not those of others', async () => {
    expect(
      await notes.as(
        'bob',
        '{ myNotes { id } public: note(id: "a1") { id } private: note(id: "a2") { id } }',
      ),
    ).toEqual({
      data: { myNotes: [{ id: 'b1' }], public: { id: 'a1' }, private: null },
      refused: ['private Unauthorized'],
    });
  });

  it('change and delete what is theirs by a condition on the stored owner', async () => {
    const update = (id: string): string =>
      `mutation { updateNote(id: "${id}", input: { title: "Changed" }) { title owner } }`;
    const remove = (id: string): string => `mutation { deleteNote(id: "${id}") { title } }`;
    expect((await notes.as('bob', update('a2'))).refused).toEqual(['updateNote Unauthorized']);
    expect((await notes.as('bob', remove('a2'))).refused).toEqual(['deleteNote Unauthorized']);
    expect((await notes.as('ann', '{ note(id: "a2") { title } }')).data).toEqual({
      note: { title: 'Private' },
    });
    expect((await notes.as('bob', update('nowhere'))).refused).toEqual(['updateNote Unauthorized']);
    // A condition that fails on an item that is not there counts as done: guide, "DeleteItem".
    expect(await notes.as('bob', remove('nowhere'))).toEqual({ data: { deleteNote: null }, refused: [] });

    await notes.as('bob', 'mutation { createNote(id: "b2", input: { title: "Of Bob" }) { id } }');
    expect((await notes.as('bob', update('b2'))).data).toEqual({
      updateNote: { title: 'Changed', owner: 'bob' },
    });
    expect((await notes.as('admin', remove('b2'))).data).toEqual({ deleteNote: { title: 'Changed' } });
  });
});

describe('groups', () => {
  it('open fields by directive and rows by code', async () => {
    const all = '{ allNotes { id audit } note(id: "a2") { title } }';
    expect(await notes.as('admin', all)).toEqual({
      data: {
        allNotes: expect.arrayContaining([{ id: 'a2', audit: 'created by ann' }]),
        note: { title: 'Private' },
      },
      refused: [],
    });
    expect(await notes.as('editor', all)).toEqual({
      data: { allNotes: null, note: null },
      refused: ['allNotes Unauthorized', 'note Unauthorized'],
    });
    expect(await notes.as('ann', '{ note(id: "a1") { audit } }')).toEqual({
      data: { note: { audit: null } },
      refused: ['note.audit Unauthorized'],
    });
  });

  it('admit editors to what names them, and nobody else', async () => {
    const publish = 'mutation { publishNote(id: "a1") { isPublic } }';
    expect((await notes.as('editor', publish)).data).toEqual({ publishNote: { isPublic: true } });
    expect((await notes.as('ann', publish)).refused).toEqual(['publishNote Unauthorized']);
    expect((await notes.as('key', publish)).refused).toEqual(['publishNote Unauthorized']);
    expect((await notes.as('machine', publish)).data).toEqual({ publishNote: { isPublic: true } });
  });
});

describe('other modes on the same API', () => {
  const FEED =
    '{ publicNotes { id body outline comments { text author note { title comments { text } } } } }';
  const comments = (author: (name: string) => string | null): object[] =>
    [
      ['first', 'bob'],
      ['second', 'ann'],
    ].map(([text, name = '']) => ({
      text,
      author: author(name),
      note: { title: 'Public', comments: [{ text: 'first' }, { text: 'second' }] },
    }));

  it('show lists within lists, with fields closed to a mode set to null at each element', async () => {
    const open = { id: 'a1', outline: [['1', '2'], []] };
    expect(await notes.as('ann', FEED)).toEqual({
      data: { publicNotes: [{ ...open, body: 'text', comments: comments((name) => name) }] },
      refused: [],
    });
    expect(await notes.as('key', FEED)).toEqual({
      data: { publicNotes: [{ ...open, body: null, comments: comments((name) => name) }] },
      refused: ['publicNotes.0.body Unauthorized'],
    });
  });

  it('move a non-null field that an authorizer denies up to the list', async () => {
    expect(await notes.as('partner', FEED)).toEqual({
      data: { publicNotes: [{ id: 'a1', outline: [['1', '2'], []], body: null, comments: null }] },
      refused: [
        'publicNotes.0.body Unauthorized',
        'publicNotes.0.comments.0.author Unauthorized',
        'publicNotes.0.comments.1.author Unauthorized',
      ],
    });
    expect((await notes.as('partner', '{ partner }')).data).toEqual({ partner: 'acme' });
  });

  it('close what is left to the default mode', async () => {
    for (const caller of ['key', 'machine', 'partner'] as const) {
      expect(await notes.as(caller, '{ note(id: "a1") { id } }')).toEqual({
        data: { note: null },
        refused: ['note Unauthorized'],
      });
    }
  });
});
