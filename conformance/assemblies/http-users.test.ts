import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpUsers } from './apps/http-users.ts';
import { type RunningAssembly, runApplication } from './run-application.ts';

let server: Server;
let assembly: RunningAssembly;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
    if (request.method === 'POST') {
      void json(request).then((body) => {
        const { name } = body as { name: string };
        response.end(JSON.stringify({ id: `new by ${request.headers['x-api-key'] as string}`, name }));
      });
    } else if (pathname === '/users') {
      response.end(JSON.stringify([{ id: '1', name: searchParams.get('city') ?? 'everywhere' }]));
    } else if (pathname === '/users/1') response.end('{"id":"1","name":"Ann"}');
    else response.writeHead(404).end('no such user');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  assembly = await runApplication((app) => httpUsers(app, `http://127.0.0.1:${port}`));
});
afterAll(async () => {
  await assembly.stop();
  server.close();
  server.closeAllConnections();
});

describe('a REST service behind GraphQL', () => {
  it('reads, with and without a query string', async () => {
    expect(await assembly.query('{ user(id: 1) { name } users(city: "Ulm & Bonn") { name } }')).toEqual({
      data: { user: { name: 'Ann' }, users: [{ name: 'Ulm & Bonn' }] },
    });
    expect(await assembly.query('{ users { name } }')).toEqual({ data: { users: [{ name: 'everywhere' }] } });
  });

  it('writes JSON, with headers of the request', async () => {
    expect(await assembly.query('mutation { addUser(name: "Bea") { id name } }')).toEqual({
      data: { addUser: { id: 'new by da2-assemblies', name: 'Bea' } },
    });
  });

  it('D28 leaves it to the resolver what a status means', async () => {
    expect(await assembly.query('{ user(id: 9) { name } }')).toMatchObject({
      data: { user: null },
      errors: [{ message: 'no such user', errorType: 'Status404' }],
    });
  });

  it('refuses forbidden headers and signing, at their fields', async () => {
    expect(await assembly.query('{ banned { name } slow { name } user(id: 1) { name } }')).toMatchObject({
      data: { banned: null, slow: null, user: { name: 'Ann' } },
      errors: expect.arrayContaining([
        expect.objectContaining({
          path: ['banned'],
          message: `The header "User-Agent" can't be set on an HTTP data source.`,
        }),
        expect.objectContaining({ path: ['slow'], errorType: 'UnsupportedDataSource' }),
      ]),
    });
  });
});
