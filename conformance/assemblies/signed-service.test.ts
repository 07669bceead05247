import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedService } from './apps/signed-service.ts';
import { type RunningAssembly, runApplication } from './run-application.ts';

interface Credentials {
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

let server: Server;
let assembly: RunningAssembly;

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      const { authorization } = request.headers;
      if (authorization === undefined) return response.writeHead(403).end('Missing Authentication Token');
      const [, key, scope] = /Credential=([^/]+)\/\d{8}\/([^,]+),/.exec(authorization) ?? [];
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
      const id = [pathname, searchParams.get('expand'), body].filter(Boolean).join(' ');
      return response.end(JSON.stringify({ id, caller: `${key} ${scope}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  assembly = await runApplication((app) => signedService(app, `http://127.0.0.1:${port}`));
});
afterAll(async () => {
  await assembly.stop();
  server.close();
  server.closeAllConnections();
});

describe('a service that wants signed requests', () => {
  it('gets them from the data source that is configured to sign', async () => {
    const scope = 'eu-west-1/execute-api/aws4_request';
    expect(await assembly.query('{ order(id: "a b", expand: "items & more") { id caller } }')).toEqual({
      data: {
        order: {
          id: '/orders/a+b items & more',
          caller: expect.stringMatching(new RegExp(`^ASIA[A-Z2-7]{16} ${scope}$`)),
        },
      },
    });
    expect(await assembly.query('mutation { placeOrder(item: "Ünit") { id } }')).toEqual({
      data: { placeOrder: { id: '/orders {"item":"Ünit"}' } },
    });
  });

  it('refuses the data source that does not sign, as a result like any other', async () => {
    expect(await assembly.query('{ unsigned(id: 1) { id } }')).toMatchObject({
      data: { unsigned: null },
      errors: [{ message: 'Missing Authentication Token', errorType: 'Status403' }],
    });
  });

  it('lists the roles of the assembly; their signatures open no API without the mode AWS_IAM', async () => {
    const list = (await (
      await fetch(`${assembly.engine.url}/_tributary/credentials`)
    ).json()) as readonly Credentials[];
    expect(list.map(({ name }) => name)).toEqual([
      'allowed everything',
      expect.stringMatching(/^SignedService-ApisignedServiceRole/),
      expect.stringMatching(/^SignedService-ApiplainServiceRole/),
    ]);
    const role = list[1];
    if (role === undefined) throw new Error('There is no role.');
    const signer = new SignatureV4({
      service: 'appsync',
      region: 'us-east-1',
      credentials: role,
      sha256: Sha256,
    });
    const body = JSON.stringify({ query: '{ order(id: 1) { id } }' });
    const { host, hostname } = new URL(assembly.engine.url);
    const signed = await signer.sign({
      protocol: 'http:',
      hostname,
      method: 'POST',
      path: '/graphql',
      headers: { host },
      body,
    });
    const answer = await fetch(`${assembly.engine.url}/graphql`, {
      method: 'POST',
      headers: signed.headers,
      body,
    });
    // The API has no mode AWS_IAM.
    expect(answer.status).toBe(401);
  });
});
