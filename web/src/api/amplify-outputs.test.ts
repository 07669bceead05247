import { describe, expect, test } from 'vitest';
import { fetchAmplifyOutputs, parseAmplifyOutputs } from './amplify-outputs.ts';

const outputs = {
  version: '1.4',
  data: { url: 'HTTP://localhost:4000/graphql', api_key: 'da2-local' },
  custom: {},
};

describe('parseAmplifyOutputs', () => {
  test('hands the whole file through', () => {
    expect(parseAmplifyOutputs(outputs)).toEqual(outputs);
  });

  test.each([
    [{}, 'it has no "version"'],
    ['text', 'it has no "version"'],
    [{ version: '1' }, 'it has no "data.url"'],
    [{ version: '1', data: { url: 4 } }, 'it has no "data.url"'],
  ])('refuses %j', (content, reason) => {
    expect(() => parseAmplifyOutputs(content)).toThrow(reason);
  });
});

describe('fetchAmplifyOutputs', () => {
  test('reads the file', async () => {
    expect(await fetchAmplifyOutputs(() => Promise.resolve(Response.json(outputs)))).toEqual(outputs);
  });

  test('names the status of a refusal', async () => {
    const refuse = () => Promise.resolve(new Response('', { status: 503 }));
    await expect(fetchAmplifyOutputs(refuse)).rejects.toThrow(
      '/amplify_outputs.json answered with status 503.',
    );
  });
});
