/** Mercurius' gateway with its JIT compiler. Usage: node server.js PORT NAME=URL... */
import mercuriusGateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';
import { federation1Schemas } from './federation-1-schemas.ts';

const [port = '', ...subgraphs] = process.argv.slice(2);
const addresses = subgraphs.map((subgraph) => {
  const [name = '', url = ''] = subgraph.split('=');
  return { name, url };
});
const schemas = federation1Schemas(
  await Promise.all(addresses.map(async ({ name, url }) => ({ name, sdl: await askForSdl(url) }))),
);
const services = schemas.map(({ name, sdl }, at) => ({ name, url: addresses[at]?.url ?? '', schema: sdl }));
const app = Fastify();
// A CommonJS module whose types name only its default export.
await app.register(mercuriusGateway.default, { gateway: { services }, jit: 1 });
await app.listen({ port: Number(port), host: '127.0.0.1' });
console.log('ready ');

async function askForSdl(url: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  });
  const { data } = (await response.json()) as { data: { _service: { sdl: string } } };
  return data._service.sdl;
}
