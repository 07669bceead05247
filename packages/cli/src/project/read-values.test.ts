import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CallError } from '../call-error.ts';
import { type GivenValues, readValues } from './read-values.ts';

const SERVER = { port: 0, host: '127.0.0.1', apiKey: 'da2-test' };

async function readFrom(
  text: string,
  options: { readonly parameter?: Readonly<Record<string, string>> } = {},
): Promise<GivenValues> {
  const values = join(await mkdtemp(join(tmpdir(), 'values-')), 'values.json');
  await writeFile(values, text);
  return readValues({ ...SERVER, values, ...options });
}

describe('readValues', () => {
  it('joins the file with what the call names, which goes first', async () => {
    const file = { parameters: { '/a': '1', '/b': 2 }, secrets: { login: { user: 'ada' }, key: 'text' } };
    expect(await readFrom(JSON.stringify(file), { parameter: { '/a': 'mine' } })).toEqual({
      parameters: { '/a': 'mine', '/b': '2' },
      secrets: { login: '{"user":"ada"}', key: 'text' },
    });
  });

  it('is empty where nothing is given', async () => {
    expect(await readValues(SERVER)).toEqual({ parameters: {}, secrets: {} });
  });

  it.each(['[]', '{', '"x"'])('refuses a file that holds %s', async (text) => {
    await expect(readFrom(text)).rejects.toThrow(CallError);
  });

  it('refuses a file that is not there', async () => {
    await expect(readValues({ ...SERVER, values: '/does/not/exist.json' })).rejects.toThrow(
      "The file /does/not/exist.json of --values can't be read.",
    );
  });
});
