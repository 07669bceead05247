import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { iamCallback } from './apps/iam-callback.ts';
import { type RunningAssembly, runApplication } from './run-application.ts';
import { signGraphqlRequest } from './sign-graphql-request.ts';

let assembly: RunningAssembly;
beforeAll(async () => {
  assembly = await runApplication(iamCallback);
});
afterAll(() => assembly.stop());

/** What the function got when it sent the document with its role's signature. */
async function callBack(document: string): Promise<unknown> {
  const answer = (await assembly.query('query ($document: String!) { work(document: $document) }', {
    document,
  })) as { data: { work: string | null } };
  return JSON.parse(answer.data.work ?? 'null');
}

async function sendAs(name: string, query: string): Promise<unknown> {
  const { url } = assembly.engine;
  const body = JSON.stringify({ query });
  const headers = await signGraphqlRequest(url, name, { body });
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  return { status: response.status, body: await response.json() };
}

const PERMISSION_DENIED = {
  status: 401,
  body: { errors: [{ errorType: 'UnauthorizedException', message: 'Permission denied' }] },
};

describe('a function that calls back with the signature of its role', () => {
  it('may use the field that is granted to it', async () => {
    expect(await callBack('mutation { publish(text: "hello") { id text } }')).toEqual({
      status: 200,
      body: { data: { publish: { id: '1', text: 'hello' } } },
    });
  });

  it('may not begin with another field, and the developer reads why', async () => {
    expect(await callBack('mutation { erase(id: 1) { id } }')).toEqual(PERMISSION_DENIED);
    expect(assembly.log).toContainEqual({
      kind: 'warning',
      text: expect.stringMatching(
        /^The policies of arn:aws:iam::\d+:role\/IamCallback-WorkerServiceRole\w+ do not allow appsync:GraphQL on Mutation\.erase\.$/,
      ),
    });
  });

  it('gets what is granted where it asks for both, and nothing of a field that is denied', async () => {
    const document = 'mutation { erase(id: 1) { id } publish(text: "a") { text internal } }';
    expect(await callBack(document)).toMatchObject({
      status: 200,
      body: {
        data: { erase: null, publish: { text: 'a', internal: null } },
        errors: [
          {
            path: ['erase'],
            errorType: 'Unauthorized',
            message: 'Not Authorized to access erase on type Mutation',
          },
          { path: ['publish', 'internal'], errorType: 'Unauthorized' },
        ],
      },
    });
  });
});

describe('others', () => {
  it('a user is judged by its own policy', async () => {
    expect(await sendAs('reader', 'mutation { publish(text: "a") { id } }')).toEqual(PERMISSION_DENIED);
    const answer = (await sendAs('reader', '{ me }')) as { body: { data: { me: string } } };
    expect(JSON.parse(answer.body.data.me)).toMatchObject({
      userArn: 'arn:aws:iam::000000000000:user/reader',
      cognitoIdentityId: null,
    });
  });

  it('the developer may do everything that directives open to signatures', async () => {
    expect(await sendAs('allowed everything', 'mutation { erase(id: 1) { id internal } }')).toEqual({
      status: 200,
      body: { data: { erase: { id: '1', internal: 'secret' } } },
    });
  });
});
