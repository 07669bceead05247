import { inject } from 'vitest';
import { describe, expect, it } from 'vitest';

async function post(body: string, headers: Record<string, string> = { 'x-api-key': 'da2-local' }) {
  const response = await fetch(`${inject('applicationUrl')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const json = (await response.json()) as {
    data?: unknown;
    errors: { errorType?: string; message: string }[];
  };
  return { status: response.status, json, requestId: response.headers.get('x-amzn-requestid') };
}

const UNPARSABLE = { errorType: 'MalformedHttpRequestException', message: 'Unable to parse GraphQL query.' };

describe('malformed requests get the bodies of AppSync', () => {
  it.each(['{}', '[]', 'meow', '{}}', '{"query":1}'])('%s', async (body) => {
    const { status, json, requestId } = await post(body);
    expect([status, json]).toEqual([400, { errors: [UNPARSABLE] }]);
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('an empty body', async () => {
    const { status, json } = await post('');
    const error = { errorType: 'MalformedHttpRequestException', message: 'Request body is empty.' };
    expect([status, json]).toEqual([400, { errors: [error] }]);
  });

  it.each([{}, { 'x-api-key': 'wrong' }])('credentials %o', async (headers) => {
    const { status, json } = await post('{"query":"{ categories }"}', headers);
    expect(status).toBe(401);
    expect(json.data).toBeUndefined();
    expect(json.errors).toMatchObject([{ errorType: 'UnauthorizedException' }]);
  });

  it('an unknown field: 200, data null, no errorType', async () => {
    const { status, json } = await post('{"query":"{ nope }"}');
    expect(status).toBe(200);
    expect(json).toEqual({
      data: null,
      errors: [
        {
          path: null,
          locations: [{ line: 1, column: 3, sourceName: null }],
          message:
            "Validation error of type FieldUndefined: Field 'nope' in type 'Query' is undefined @ 'nope'",
        },
      ],
    });
  });

  it('several operations without a name', async () => {
    const { status, json } = await post('{"query":"query A { categories } query B { categories }"}');
    expect([status, json.errors[0]?.message]).toEqual([400, 'Missing operation name.']);
  });
});

describe('addresses', () => {
  it('/health answers when ready; the pages and the console are served', async () => {
    const url = inject('applicationUrl');
    expect((await fetch(`${url}/health`)).status).toBe(200);
    for (const path of ['/', '/store', '/vote', '/_tributary/']) {
      const response = await fetch(`${url}${path}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        expect.stringContaining('text/html'),
      ]);
    }
  });

  it('the endpoint for Amplify is written HTTP:// so that its client finds the plain WebSocket', async () => {
    const url = inject('applicationUrl');
    const outputs = (await (await fetch(`${url}/amplify_outputs.json`)).json()) as { data: { url: string } };
    expect(outputs.data.url).toBe(`${url.replace('http://', 'HTTP://')}/graphql`);
  });
});
