import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { filteredChat } from './apps/filtered-chat.ts';
import { type RealtimeSocket, openSocket } from './open-socket.ts';
import { API_KEY, type RunningAssembly, runApplication } from './run-application.ts';

let assembly: RunningAssembly;
let sockets: RealtimeSocket[] = [];
beforeAll(async () => {
  assembly = await runApplication(filteredChat);
});
afterEach(() => {
  sockets.forEach((socket) => socket.close());
  sockets = [];
});
afterAll(() => assembly.stop());

const FIELDS = 'room author text priority length tags';

async function open(): Promise<RealtimeSocket> {
  const socket = await openSocket(assembly.engine.url, API_KEY);
  sockets.push(socket);
  return socket;
}

async function subscribe(field: string): Promise<RealtimeSocket> {
  const socket = await open();
  const answer = await socket.start('s', `subscription { ${field} { ${FIELDS} } }`);
  expect(answer).toMatchObject({ type: 'start_ack' });
  return socket;
}

function send(values: string, fields = FIELDS): Promise<unknown> {
  return assembly.query(`mutation { send(${values}) { ${fields} } }`);
}

/** What a socket got, up to the message "end" of anybody, which every filter here lets through. */
async function texts(socket: RealtimeSocket, field: string, end: string): Promise<readonly unknown[]> {
  await socket.next((frame) => textOf(frame, field) === end);
  return socket.frames.flatMap((frame) => (frame['type'] === 'data' ? [textOf(frame, field)] : []));
}

function textOf(frame: Readonly<Record<string, unknown>>, field: string): unknown {
  const { payload } = frame as { payload?: { data?: Record<string, { text: string } | null> } };
  return payload?.data?.[field]?.text;
}

describe('a chat with enhanced filters', () => {
  it('delivers by a filter that the resolver makes of the arguments', async () => {
    const [all, rooms, long, tagged] = await Promise.all([
      subscribe('onMessage(member: "ada")'),
      subscribe('onMessage(member: "ada", filter: { rooms: ["ops", "general"] })'),
      subscribe('onMessage(member: "ada", filter: { minLength: 10 })'),
      subscribe('onMessage(member: "ada", filter: { anyTag: ["fire", "end"] })'),
    ]);
    await send('room: "ops", author: "ada", text: "my own message"');
    await send('room: "ops", author: "bob", text: "short"');
    await send('room: "lounge", author: "bob", text: "a longer message", tags: ["fire", "drill"]');
    await send('room: "general", author: "bob", text: "end of all filters", tags: ["end"]');
    const end = 'end of all filters';
    expect(await texts(all, 'onMessage', end)).toEqual(['short', 'a longer message', end]);
    // A member's own messages are left out by the first condition, which `author` would replace.
    expect(await texts(rooms, 'onMessage', end)).toEqual(['short', end]);
    expect(await texts(long, 'onMessage', end)).toEqual(['a longer message', end]);
    expect(await texts(tagged, 'onMessage', end)).toEqual(['a longer message', end]);
  });

  it('takes groups of filters as alternatives', async () => {
    const urgent = await subscribe('onUrgent(room: "ops")');
    await send('room: "ops", author: "bob", text: "calm"');
    await send('room: "ops", author: "bob", text: "help!!!"');
    await send('room: "general", author: "bob", text: "help!!!", priority: HIGH');
    await send('room: "ops", author: "bob", text: "end", priority: HIGH');
    expect(await texts(urgent, 'onUrgent', 'end')).toEqual(['help!!!', 'end']);
  });

  it('filters by what the mutation selected only', async () => {
    const urgent = await subscribe('onUrgent(room: "ops")');
    await send(
      'room: "ops", author: "bob", text: "without its priority", priority: HIGH',
      'room author text',
    );
    await send('room: "ops", author: "bob", text: "end", priority: HIGH');
    expect(await texts(urgent, 'onUrgent', 'end')).toEqual(['end']);
  });

  it('ends the subscriptions of a member who leaves, and closes their connections', async () => {
    const [ada, bob] = await Promise.all([
      subscribe('onMessage(member: "ada")'),
      subscribe('onMessage(member: "bob")'),
    ]);
    await assembly.query('mutation { leave(room: "ops", member: "ada") { room member } }');
    await ada.closed();
    expect(ada.frames.map(({ type }) => type)).toContain('complete');
    await send('room: "ops", author: "cid", text: "still here"');
    expect(await texts(bob, 'onMessage', 'still here')).toEqual(['still here']);
  });

  it('refuses a subscription by its resolver', async () => {
    const socket = await open();
    const answer = await socket.start('s', `subscription { onMessage(member: "blocked") { ${FIELDS} } }`);
    expect(answer).toMatchObject({
      type: 'error',
      payload: { errors: [{ errorType: 'Unauthorized' }] },
    });
  });
});
