/** Mercurius' gateway with its JIT compiler. Usage: node server.js PORT NAME=URL... */
import mercuriusGateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';

const [port = '', ...subgraphs] = process.argv.slice(2);
const services = subgraphs.map((subgraph) => {
  const [name = '', url = ''] = subgraph.split('=');
  return { name, url };
});
const app = Fastify();
// A CommonJS module whose types name only its default export.
await app.register(mercuriusGateway.default, { gateway: { services }, jit: 1 });
await app.listen({ port: Number(port), host: '127.0.0.1' });
console.log('ready ');
