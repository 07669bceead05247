/** `docs/examples/subscribe.mjs`: a script with nothing but a WebSocket, run as its readers run it. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const SCRIPT = join(ROOT, 'docs', 'examples', 'subscribe.mjs');
/** A script that hangs is ended; its output then tells where. */
const MAX_RUN_MS = 20_000;
const { url, outputs } = inject('notes');

function run(...args: readonly string[]): Promise<{ readonly code: number; readonly lines: unknown[] }> {
  const options = { cwd: ROOT, env: { ...process.env, EVENTS: '1' }, timeout: MAX_RUN_MS };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [SCRIPT, ...args], options, (_error, stdout) => {
      const lines = stdout
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line): unknown => JSON.parse(line));
      resolve({ code: child.exitCode ?? -1, lines });
    });
  });
}

describe('a plain WebSocket script', () => {
  it('subscribes, mutates, hears the mutation, queries', async () => {
    const board = randomUUID();
    const note = { id: `note-${board}`, board, text: 'hello' };
    const { code, lines } = await run(
      url,
      outputs.data.api_key,
      `subscription { onNote(board: "${board}") { id board text } }`,
      `query { note(id: "${note.id}") { id } forKeys forIam }`,
      `mutation { addNote(id: "${note.id}", board: "${board}", text: "hello") { id board text } }`,
    );
    expect(lines).toContainEqual({
      answer: {
        data: { note: null, forKeys: 'open', forIam: null },
        errors: [expect.objectContaining({ errorType: 'Unauthorized', path: ['forIam'] })],
      },
    });
    expect(lines).toContainEqual({ answer: { data: { addNote: note } } });
    expect(lines).toContainEqual({ event: { data: { onNote: note } } });
    expect(code).toBe(0);
  });

  it('is refused what is not open to API keys', async () => {
    const subscription = 'subscription { onNoteForIam(board: "b") { id } }';
    const refused = await run(url, outputs.data.api_key, subscription);
    expect(refused.code).toBe(1);
    expect(refused.lines).toEqual([
      {
        error: {
          errors: [
            expect.objectContaining({
              errorType: 'Unauthorized',
              message: 'Not Authorized to access onNoteForIam on type Subscription',
            }),
          ],
        },
      },
    ]);
    const stranger = await run(url, 'da2-wrong', subscription);
    expect(stranger.code).toBe(1);
    expect(stranger.lines).toMatchObject([
      { connection_error: { errors: [{ message: 'You are not authorized to make this call.' }] } },
    ]);
  });
});
