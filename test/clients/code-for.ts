import { inject } from 'vitest';

/** The newest code that the user pool has printed for somebody. */
export async function codeFor(person: string): Promise<string> {
  const lines = (await (await fetch(inject('notes').noticesUrl)).json()) as readonly string[];
  const line = lines.findLast((text) => text.includes(person));
  const code = /code (\d{6})/.exec(line ?? '')?.[1];
  if (code === undefined) throw new Error(`No code was printed for ${person}:\n${lines.join('\n')}`);
  return code;
}
